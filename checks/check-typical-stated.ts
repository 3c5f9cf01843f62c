import type { EnvironmentConfig } from "../model/environment";
import { seriesNames } from "../model/metric";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import { pageReaders, ruleReaders } from "./series-readers";

/**
 * A metric that a rule or a page reads must say what it shows in a healthy system: proofs judge
 * every rule in that world, and costs are worked out from it.
 */
export function checkTypicalStated(
  environments: readonly EnvironmentConfig[],
  services: readonly Service[],
): readonly Problem[] {
  const unsaid = services.flatMap(({ key, metrics }) =>
    Object.entries(metrics).flatMap(([name, metric]) =>
      metric.typical === undefined ? [{ key, name, metric }] : [],
    ),
  );
  // To list all readers takes long, and hardly ever anything is unsaid.
  if (unsaid.length === 0) return [];
  const readBy = firstReaders(environments, services);
  return unsaid.flatMap(({ key, name, metric }) => {
    const reader = seriesNames(name, metric)
      .map((series) => readBy.get(series))
      .find((found) => found !== undefined);
    return reader === undefined
      ? []
      : [
          {
            path: `services/${key} metric "${name}"`,
            message: `nothing says what it shows in a healthy system, though ${reader} reads it`,
            next: `add ${EXAMPLES[metric.type]}: of the whole system, in production, in the busiest hour`,
          },
        ];
  });
}

const EXAMPLES = {
  counter: "typical: perMinute(30)",
  gauge: "typical: between(2, 5, 9)",
  histogram:
    "typical: observed(perMinute(30), { p50: 0.1, p95: 0.4, p99: 0.8 })",
  summary: "typical: observed(perMinute(30), { p50: 0.1, p95: 0.4, p99: 0.8 })",
} as const;

/** The first reader of each series. */
function firstReaders(
  environments: readonly EnvironmentConfig[],
  services: readonly Service[],
): ReadonlyMap<string, string> {
  const systems = new Set(services.map(({ key }) => key));
  const first = new Map<string, string>();
  const readers = services.flatMap((service) => [
    ...environments.flatMap((environment) => ruleReaders(service, environment)),
    ...pageReaders(service, systems),
  ]);
  for (const { what, reads } of readers) {
    for (const name of reads) {
      if (!first.has(name)) first.set(name, what);
    }
  }
  return first;
}
