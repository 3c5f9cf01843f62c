import type { HeldSeries, MetadataTypes, SeriesLabels } from "../series";
import { bucketDifferences } from "./bucket-differences";
import type { DeclaredMetric } from "./declared-metric";
import type { Difference } from "./difference";
import { labelDifferences } from "./label-differences";
import { typeDifference } from "./type-difference";

/** Everything in which a metric that has series differs from its declaration. */
export function metricDifferences(
  metric: DeclaredMetric,
  held: HeldSeries,
  types: MetadataTypes,
): readonly Difference[] {
  const { series, complete } = held;
  const ofLabels = labelDifferences(metric, held);
  return [
    ...typeDifference(metric, types),
    ...ofLabels,
    // Of a cut answer some buckets are missing.
    ...(complete ? bucketDifferences(metric, series) : []),
    // More labels or values are more series: that is said once.
    ...(ofLabels.length === 0 ? tooMany(metric, series) : []),
  ];
}

function tooMany(
  { path, seriesPerTarget }: DeclaredMetric,
  series: readonly SeriesLabels[],
): readonly Difference[] {
  if (seriesPerTarget === undefined) return [];
  const counts = new Map<string, number>();
  for (const labels of series) {
    const target = targetOf(labels);
    counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  const [[target, most] = ["", 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  return most <= seriesPerTarget
    ? []
    : [
        {
          part: "series",
          found: `${String(most)} series of the target ${target}`,
          expected: `at most ${String(seriesPerTarget)} of each target`,
          next: `see which label has more values than ${path} declares, or raise its upTo`,
        },
      ];
}

const targetOf = ({
  job = "",
  instance = "",
  pod = "",
  container = "",
}: SeriesLabels): string =>
  [job, instance, pod, container].filter((part) => part !== "").join(" ");
