import type { AlertDeclaration } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { aggregated } from "../query";
import { equalityMatchers, seriesOf, unrelatedSeries } from "../series";
import type { Labels } from "../series";
import { limited } from "./limit";
import { alertOf, expectedTexts } from "./expected-texts";
import type { AlertFields } from "./expected-texts";
import { limitInForce } from "./limits-in-force";

/**
 * An alert on a regular event that last occurred longer ago than a limit; a gauge holds its time,
 * in seconds of Unix time.
 */
export function stale({
  timestamp,
  by = [],
  labels = {},
  limit,
  ...fields
}: AlertFields & {
  /** Selector: `shop_backup_last_success_timestamp_seconds{system="shop"}`. */
  readonly timestamp: string;
  /** Labels to group by: an alert for each combination. @default none */
  readonly by?: readonly string[];
  /** Values of grouping labels that the selector does not fix. @default none */
  readonly labels?: Labels;
  /** Maximum age, and the name under which an environment overrides it. */
  readonly limit: { readonly name: string; readonly value: Duration };
}): AlertDeclaration {
  const age = limit.value.seconds;
  const all: Labels = { ...equalityMatchers(timestamp), ...labels };
  const kept: Labels = Object.fromEntries(
    by.map((label) => [label, all[label] ?? label]),
  );
  const series = seriesOf(timestamp, kept);
  /**
   * Always the same age: the timestamp moves with the clock, which starts at zero in a proof;
   * another pod has an older one.
   */
  const world = (seconds: number): InputSeries => ({
    [seriesOf(series, { pod: "a" })]: `${String(-seconds)}+60x600`,
    [seriesOf(series, { pod: "b" })]: `${String(-seconds - age)}+60x600`,
    ...Object.fromEntries(
      unrelatedSeries(timestamp, { [series]: 1 })
        .flatMap((each) => Object.keys(each))
        // A recent event of another series, which does not count here.
        .map((each) => [each, "0+60x600"]),
    ),
  });
  const pending = fields.for.seconds / 60;
  return alertOf(
    fields,
    {
      ...limited(`time() - ${aggregated("max", by, timestamp)}`, {
        ...limit,
        comparison: ">",
      }),
      proof: {
        fires: [
          {
            series: world(age + 60),
            before: "nothing",
            at: fields.for,
            expect: [expectedTexts(fields, kept, age + 60)],
            resolves: {
              series: { [seriesOf(series, { pod: "a" })]: "1e6x5" },
              after: minutes(1),
            },
          },
        ],
        quiet: [{ series: world(age), at: minutes(pending + 5) }],
      },
    },
    (limits) =>
      stale({
        ...fields,
        timestamp,
        by,
        labels,
        limit: limitInForce(limit, limits),
      }),
  );
}
