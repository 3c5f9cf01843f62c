import { noted, open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import type { HeldSeries, MetadataTypes } from "../series";
import type { DeclaredMetric } from "./declared-metric";
import type { Difference } from "./difference";
import { metricDifferences } from "./metric-differences";

/** A metric that has series, and what is known of it. */
export interface Compared {
  /** What it is called in the report. */
  readonly subject: Subject;
  readonly metric: DeclaredMetric;
  readonly held: HeldSeries;
  readonly types: MetadataTypes;
  /** How many series the server was asked for. */
  readonly mostSeries: number;
  /** Differences that are found elsewhere. @default none */
  readonly others?: readonly Difference[];
}

/** One finding for each difference; one that passed where there is none. */
export function comparedFindings({
  subject,
  metric,
  held,
  types,
  mostSeries,
  others = [],
}: Compared): readonly Finding[] {
  const differences = [...metricDifferences(metric, held, types), ...others];
  return [
    ...(held.complete || metric.seriesPerTarget === undefined
      ? []
      : [
          noted(subject, {
            found: `it has more than ${String(mostSeries)} series; only these were compared, and no buckets`,
            next: `see which label of ${metric.path} has that many values`,
          }),
        ]),
    ...(differences.length === 0
      ? [
          passed(
            subject,
            `as declared, ${held.complete ? "" : "the first "}${String(held.series.length)} series`,
          ),
        ]
      : differences.map(({ part, harmless = false, ...reason }) => {
          const of = { ...subject, subject: `${subject.subject} ${part}` };
          return harmless ? noted(of, reason) : open(of, reason);
        })),
  ];
}

/** A metric without series that appear later. */
export const notSeenYet = (subject: Subject, appears: string): Finding =>
  noted(subject, {
    found: `not seen yet: its first series appears ${appears}`,
    next: "nothing, unless that has occurred already",
  });
