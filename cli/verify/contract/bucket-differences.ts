import type { SeriesLabels } from "../series";
import type { DeclaredMetric } from "./declared-metric";
import { listed } from "./difference";
import type { Difference } from "./difference";

/** Compares the upper bounds of a histogram with those that are declared. */
export function bucketDifferences(
  { path, buckets }: DeclaredMetric,
  series: readonly SeriesLabels[],
): readonly Difference[] {
  if (buckets === undefined) return [];
  const held = boundsOfEach(series);
  const all = [...held.values()];
  const lacking = [...buckets, Infinity].filter((bound) =>
    all.some((bounds) => !bounds.has(bound)),
  );
  const more = [...new Set(all.flatMap((bounds) => [...bounds]))].filter(
    (bound) => bound !== Infinity && !buckets.includes(bound),
  );
  if (lacking.length === 0 && more.length === 0) return [];
  const without = all.filter((bounds) =>
    lacking.some((bound) => !bounds.has(bound)),
  ).length;
  return [
    {
      part: "buckets",
      found: [
        ...(lacking.length === 0
          ? []
          : [
              `${String(without)} of ${String(all.length)} label sets lack the bounds ${bounds(lacking)}`,
            ]),
        ...(more.length === 0
          ? []
          : [`the bounds ${bounds(more)} are not declared`]),
      ].join("; "),
      expected: `the bounds ${buckets.join(", ")}, +Inf`,
      next: `set these bounds where the metric is exposed, or declare those that there are in ${path}: thresholds and SLOs that read a missing bound find nothing`,
    },
  ];
}

const bounds = (several: readonly number[]): string =>
  listed(
    [...several]
      .sort((a, b) => a - b)
      .map((bound) => (bound === Infinity ? "+Inf" : String(bound))),
    (bound) => bound,
  );

/** The bounds of each label set. `0.5` and `5e-01` are the same one. */
function boundsOfEach(
  series: readonly SeriesLabels[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const held = new Map<string, Set<number>>();
  for (const { le = "", ...labels } of series) {
    const key = JSON.stringify(Object.entries(labels).sort());
    const known = held.get(key) ?? new Set();
    held.set(key, known.add(le === "+Inf" ? Infinity : Number(le)));
  }
  return held;
}
