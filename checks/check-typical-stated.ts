import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import { pageReaders, ruleReaders } from "./series-readers";

/** Suffixes of the series of a histogram. */
const PART = /_(?:bucket|count|sum)$/;

/**
 * A metric that a rule or a page reads must say what it shows in a healthy system: proofs judge
 * every rule in that world, and costs are worked out from it.
 */
export function checkTypicalStated(
  environments: readonly EnvironmentConfig[],
  services: readonly Service[],
): readonly Problem[] {
  const readBy = firstReaders(environments, services);
  return services.flatMap(({ key, metrics }) =>
    Object.entries(metrics).flatMap(([name, { type, typical }]) => {
      const reader = readBy.get(name);
      if (typical !== undefined || reader === undefined) return [];
      return [
        {
          path: `services/${key} metric "${name}"`,
          message: `nothing says what it shows in a healthy system, though ${reader} reads it`,
          next: `add ${EXAMPLES[type]}: of the whole system, in production, in the busiest hour`,
        },
      ];
    }),
  );
}

const EXAMPLES = {
  counter: "typical: perMinute(30)",
  gauge: "typical: between(2, 5, 9)",
  histogram:
    "typical: observed(perMinute(30), { p50: 0.1, p95: 0.4, p99: 0.8 })",
  summary: "typical: observed(perMinute(30), { p50: 0.1, p95: 0.4, p99: 0.8 })",
} as const;

/** A reader of each metric: of a histogram its series are read. */
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
    for (const name of reads.flatMap((series) => [
      series,
      series.replace(PART, ""),
    ])) {
      if (!first.has(name)) first.set(name, what);
    }
  }
  return first;
}
