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

/**
 * What should happen regularly has not for longer than a limit; a gauge says when it last did, in
 * seconds of Unix time.
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
  /** Labels that are kept apart: an alert for each. @default none */
  readonly by?: readonly string[];
  /** Values of kept labels that the selector does not state. @default none */
  readonly labels?: Labels;
  /** Longest time since, and the name under which an environment overrides it. */
  readonly limit: { readonly name: string; readonly value: Duration };
}): AlertDeclaration {
  const age = limit.value.seconds;
  const all: Labels = { ...equalityMatchers(timestamp), ...labels };
  const kept: Labels = Object.fromEntries(
    by.map((label) => [label, all[label] ?? label]),
  );
  const series = seriesOf(timestamp, kept);
  /**
   * Always so old, by moving with the clock, which stands at zero when a proof begins; another pod
   * knows of an older one.
   */
  const world = (seconds: number): InputSeries => ({
    [seriesOf(series, { pod: "a" })]: `${String(-seconds)}+60x600`,
    [seriesOf(series, { pod: "b" })]: `${String(-seconds - age)}+60x600`,
    ...Object.fromEntries(
      unrelatedSeries(timestamp, { [series]: 1 })
        .flatMap((each) => Object.keys(each))
        // It has just happened elsewhere, which does not count here.
        .map((each) => [each, "0+60x600"]),
    ),
  });
  const pending = fields.for.seconds / 60;
  return alertOf(fields, {
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
  });
}
