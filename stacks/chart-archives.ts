import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { CHART_DIGESTS } from "../helm/chart-digests";
import type { ChartDigests } from "../helm/chart-digests";
import { chartsInUse } from "../helm/charts-in-use";
import { archiveName, chartReference } from "../helm/parts/chart";
import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";

/**
 * Archives that an environment with a folder of charts needs and that are not there, or are not the
 * archives whose digests are known.
 */
export function chartArchiveProblems(
  environment: EnvironmentConfig,
  services: readonly Service[],
  digests: ChartDigests = CHART_DIGESTS,
): readonly Problem[] {
  const { charts, name } = environment;
  if (charts.kind !== "folder") return [];
  return chartsInUse(environment, services).flatMap((chart) => {
    const reference = chartReference(environment, chart);
    if (!("archive" in reference)) return [];
    const problem = archiveProblem(
      reference.archive,
      digests[archiveName(chart)],
    );
    return problem === undefined
      ? []
      : [
          {
            path: `environments/${name} charts.path`,
            next: `run npm run charts -- --download ${charts.path}`,
            ...problem,
          },
        ];
  });
}

function archiveProblem(
  path: string,
  digest: string | undefined,
): Pick<Problem, "message" | "got" | "allowed"> | undefined {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch {
    return { message: `${path} is not there` };
  }
  const got = createHash("sha256").update(content).digest("hex");
  return digest === undefined || got === digest
    ? undefined
    : {
        message: `${path} is not the chart that helm/digests.json knows`,
        got,
        allowed: digest,
      };
}
