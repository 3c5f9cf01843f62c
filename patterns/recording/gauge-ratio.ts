import { minutes } from "../../model/duration";
import type { RecordingRule } from "../../model/recording-rule";
import { aggregated, rounded } from "../query";
import { equalityMatchers, seriesOf, unrelatedSeries } from "../series";
import type { Labels } from "../series";
import type { Recorded } from "./recorded";

/** One gauge by another: connections by those there may be, bytes used by bytes there are. */
export interface Gauges {
  /** Selector of the gauge above the line. */
  readonly part: string;
  /** Selector of the gauge below. */
  readonly whole: string;
  /** `max` for what all pods read from one place, `sum` for what each has of its own. */
  readonly aggregation: "max" | "sum";
  /** Labels that are kept apart. @default none */
  readonly by?: readonly string[];
  /** Values of kept labels that the selectors do not state. @default none */
  readonly labels?: Labels;
}

/** The kept labels of the ratio of two gauges, with their values. */
export const gaugeLabels = ({ part, by = [], labels = {} }: Gauges): Labels => {
  const all: Labels = { ...equalityMatchers(part), ...labels };
  return Object.fromEntries(by.map((label) => [label, all[label] ?? label]));
};

/** The share of one gauge in another; without a whole there is no sample. */
export function gaugeRatio({
  record,
  ...pair
}: Recorded & Gauges): RecordingRule {
  const { part, whole, aggregation, by = [] } = pair;
  const value = (selector: string): string =>
    aggregated(aggregation, by, selector);
  const kept = gaugeLabels(pair);
  const gauges = (selector: string, values: readonly number[]) => {
    const series = seriesOf(selector, kept);
    return Object.fromEntries([
      ...values.map((each, index) => [
        seriesOf(series, { pod: index === 0 ? "a" : "b" }),
        `${String(each)}x5`,
      ]),
      ...unrelatedSeries(selector, { [series]: 1 }).flatMap((unrelated) =>
        Object.keys(unrelated).map((each) => [each, "7x5"]),
      ),
    ]) as Readonly<Record<string, string>>;
  };
  return {
    record,
    expr: `${value(part)}
  / (${value(whole)} > 0)`,
    proof: {
      cases: [
        {
          // A whole of less than one, which a guard of one instead of zero would hide.
          name: "two pods say something else",
          series: { ...gauges(part, [0.3, 0.1]), ...gauges(whole, [0.5, 0.3]) },
          at: minutes(5),
          samples: [
            {
              labels: kept,
              value: rounded(aggregation === "max" ? 0.6 : 0.5),
            },
          ],
        },
        {
          name: "there is no whole",
          series: { ...gauges(part, [0, 0]), ...gauges(whole, [0, 0]) },
          at: minutes(5),
          samples: [],
        },
      ],
    },
  };
}
