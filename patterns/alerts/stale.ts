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

/** A value of grouping labels for what never occurred, whatever it would have been. */
const ANY = "any";

/**
 * An alert on a regular event that last occurred longer ago than a limit; a gauge holds its time,
 * in seconds of Unix time. It fires too where none has occurred since the system was first scraped,
 * longer ago than the limit: what never ran has no series that could age. Grouping labels are `any`
 * then. A system that is not deployed is not scraped, and stays quiet.
 */
export function stale({
  key,
  timestamp,
  by = [],
  labels = {},
  limit,
  ...fields
}: AlertFields & {
  /** Key of the system whose targets are scraped where it is deployed. */
  readonly key: string;
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
  const aged = limited(`time() - ${aggregated("max", by, timestamp)}`, {
    ...limit,
    comparison: ">",
  });
  const known = `up{system="${key}"} offset ${limit.value.toString()}`;
  const never = by.reduce(
    (query, label) => `label_replace(${query}, "${label}", "${ANY}", "", "")`,
    `absent(${timestamp})`,
  );
  /** Minutes after which a system that is scraped from the first one on is known long enough. */
  const late = Math.ceil(age / 60);
  /** Nothing has occurred but what other series say. */
  const silent = (since: number, length: number): InputSeries => ({
    [`up{system="${key}", instance="a"}`]: `${since === 0 ? "" : `_x${String(since)} `}1x${String(length)}`,
    [`up{system="other", instance="a"}`]: `1x${String(since + length)}`,
    ...Object.fromEntries(
      unrelatedSeries(timestamp, { [series]: 1 })
        .flatMap((each) => Object.keys(each))
        .map((each) => [each, `0+60x${String(since + length)}`]),
    ),
  });
  return alertOf(
    fields,
    {
      ...aged,
      expr: `${aged.expr}
  or group${by.length === 0 ? "" : ` by (${by.join(", ")}) `}(${never}) and on () ${known}`,
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
          {
            // It has never occurred.
            series: silent(0, late + pending + 5),
            before: "nothing",
            at: minutes(late + pending),
            expect: [
              expectedTexts(
                fields,
                Object.fromEntries(by.map((label) => [label, ANY])),
                1,
              ),
            ],
            resolves: {
              series: { [seriesOf(series, { pod: "a" })]: "1e9x5" },
              after: minutes(1),
            },
          },
        ],
        quiet: [
          { series: world(age), at: minutes(pending + 5) },
          // It has never occurred, but the system is not known for long.
          {
            series: silent(pending + 5, late + pending),
            at: minutes(late + pending + 4),
          },
          // Known for long, and it occurred lately.
          {
            series: {
              ...silent(0, late + pending + 5),
              [series]: `0+60x${String(late + pending + 5)}`,
            },
            at: minutes(late + pending + 5),
          },
        ],
      },
    },
    (limits) =>
      stale({
        ...fields,
        key,
        timestamp,
        by,
        labels,
        limit: limitInForce(limit, limits),
      }),
  );
}
