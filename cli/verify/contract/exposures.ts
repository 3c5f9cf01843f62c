import type { Service } from "../../../model/service";
import type { DeclaredMetric } from "./declared-metric";
import { seriesName } from "./declared-metric";
import type { Difference } from "./difference";

/** Names of the metrics that the pods of each kind of target expose, by their `app`. */
export type Exposed = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Compares the targets that expose a metric of an application with those that are declared to. A
 * target without any metric is down, which is said of the target.
 */
export function exposureDifferences(
  { metrics, targets }: Pick<Service, "metrics" | "targets">,
  metric: DeclaredMetric,
  exposed: Exposed,
): readonly Difference[] {
  const { source = "application", exposedBy } = metrics[metric.name] ?? {};
  if (source !== "application" || metric.appears !== undefined) return [];
  const declared = exposedBy ?? targets.map(({ app }) => app);
  const series = seriesName(metric);
  const expected = `exposed by ${declared.join(", ")}`;
  return [...exposed]
    .filter(([, names]) => names.size > 0)
    .flatMap(([app, names]) => {
      const part = `target "${app}"`;
      if (declared.includes(app) === names.has(series)) return [];
      return names.has(series)
        ? [
            {
              part,
              found: "it exposes the metric",
              expected,
              next: `add "${app}" to exposedBy in ${metric.path}, or remove the metric there: sums over both count twice`,
            },
          ]
        : [
            {
              part,
              found: "it does not expose the metric, which others do",
              expected,
              next: `expose it there from the start, or leave "${app}" out of exposedBy in ${metric.path}`,
            },
          ];
    });
}
