import { minutes } from "../../model/duration";
import type { RecordingRule } from "../../model/recording-rule";
import { aggregated, rounded } from "../query";
import { equalityMatchers, seriesOf, unrelatedSeries } from "../series";
import type { Labels } from "../series";
import type { Recorded } from "./recorded";

/** Ratio of two gauges: used by maximum connections, used by available bytes. */
export interface Gauges {
  /** Selector of the numerator. */
  readonly part: string;
  /** Selector of the denominator. */
  readonly whole: string;
  /** `max` if all pods report the same value, `sum` if each reports its own. */
  readonly aggregation: "max" | "sum";
  /** Labels to group by. @default none */
  readonly by?: readonly string[];
  /** Values of grouping labels that the selectors do not fix. @default none */
  readonly labels?: Labels;
}

/** The grouping labels of the ratio of two gauges, with their values. */
export const gaugeLabels = ({ part, by = [], labels = {} }: Gauges): Labels => {
  const all: Labels = { ...equalityMatchers(part), ...labels };
  return Object.fromEntries(by.map((label) => [label, all[label] ?? label]));
};

/** A recording rule of the ratio; no sample for a denominator of zero. */
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
          // A whole below one, which a guard of one instead of zero would hide.
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
