import { posix } from "node:path";

/**
 * Name of a release's chart.
 *
 * @param chart as the resource has it: a name in a repository, or the path of an archive or of our
 *   own chart, which begins with `./`
 */
export function chartName(chart: string, version: string): string {
  if (!chart.startsWith("./")) return chart;
  const end = `-${version}.tgz`;
  return chart.endsWith(end) ? posix.basename(chart, end) : "raw-objects";
}
