import type { AlertDeclaration } from "../../../../model/alert";
import { minutes } from "../../../../model/duration";
import type { Duration } from "../../../../model/duration";
import { shortQuery } from "../../../../model/short-query";
import type { Example } from "../../../../model/slo";
import { thresholdValue } from "../../../../model/threshold";
import type { Count } from "../../../../model/threshold";
import { limitInForce } from "../../../../patterns/alerts/limits-in-force";
import { limited } from "../../../../patterns/alerts/limit";
import {
  alertOf,
  expectedTexts,
} from "../../../../patterns/alerts/expected-texts";
import type { AlertFields } from "../../../../patterns/alerts/expected-texts";
import { counters, onTwoPods } from "../../../../patterns/counters";
import { unrelatedSeries } from "../../../../patterns/series";

/** How far a fault is above its limit. */
const BEYOND = 1.1;

/** An alert on more events than a limit for the alert's `for`. */
export function countedRate({
  query,
  counter,
  example,
  limit,
  perMinute,
  window,
  neverExactly,
  ...fields
}: AlertFields & {
  /** What is compared with the limit: a rate, a rate per minute, or a number in an hour. */
  readonly query: string;
  /** Selector of the counter that the query reads. */
  readonly counter: string;
  /** Series that each grow by one per event. */
  readonly example: Example;
  readonly limit: { readonly name: string; readonly value: Count };
  /** Events per minute at which the query equals the limit. */
  readonly perMinute: number;
  /** Window of the query. */
  readonly window: Duration;
  /** Why the query never equals the limit, if so. @default it may */
  readonly neverExactly?: string;
}): AlertDeclaration {
  const pending = fields.for.seconds / 60;
  const length = window.seconds / 60;
  // Minutes until samples of a steady fault fill the window: `increase()` extrapolates half an
  // interval before the first.
  const full = Math.max(1, Math.floor(length / BEYOND - 0.5) + 1);
  // The extrapolation is a whole interval once only one sample is missing.
  const seen = Math.min(full, length - 1);
  const world = (rate: number, most: number) =>
    counters([
      ...onTwoPods(example, [[most, rate]]),
      ...unrelatedSeries(counter, example).flatMap((each) =>
        onTwoPods(each, [[most, perMinute * 10]]),
      ),
    ]);
  const shown = thresholdValue(limit.value) * BEYOND;
  return alertOf(
    fields,
    {
      ...limited(query, { ...limit, comparison: ">" }),
      proof: {
        fires: [
          {
            series: world(perMinute * BEYOND, pending + length),
            before: "nothing",
            at: minutes(seen + pending),
            expect: [expectedTexts(fields, {}, Number(shown.toPrecision(12)))],
            resolves: {
              series: world(0, length),
              after: minutes(Math.ceil(length - length / BEYOND)),
            },
          },
        ],
        quiet: [
          {
            series: world(
              neverExactly === undefined ? perMinute : perMinute * 0.99,
              pending + length + 10,
            ),
            at: minutes(pending + length + 10),
          },
        ],
        ...(neverExactly === undefined
          ? {}
          : {
              equivalent: { [`${shortQuery(query)} > → >=`]: neverExactly },
            }),
      },
    },
    (limits) => {
      const other = limitInForce(limit, limits);
      return countedRate({
        ...fields,
        query,
        counter,
        example,
        window,
        limit: other,
        // A query is proportional to its events.
        perMinute:
          (perMinute * thresholdValue(other.value)) /
          thresholdValue(limit.value),
        ...(neverExactly === undefined ? {} : { neverExactly }),
      });
    },
  );
}
