import type { AlertDeclaration } from "../../model/alert";
import { hours, minutes } from "../../model/duration";
import { decimal } from "../../model/decimal";
import type { Duration } from "../../model/duration";
import type { Example } from "../../model/slo";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { counters } from "../counters";
import type { Course, Growth } from "../counters";
import { aggregated, rounded, silentAggregation } from "../query";
import { exampleWith, labelsIn, spreadLabel, unrelatedSeries } from "../series";
import { birthCases, born, bornEquivalent } from "./birth";
import { limited } from "./limit";
import type { Limit } from "./limit";
import { alertOf, showsValue, expectedTexts } from "./expected-texts";
import type { AlertFields } from "./expected-texts";
import { limitInForce } from "./limits-in-force";

/** A counter whose growth is counted. */
interface Happening {
  /** Selector: `shop_leaks_total{system="shop"}`. */
  readonly counter: string;
  /** Series that each grow by one per event, with a value for the grouping labels. */
  readonly example: Example;
  /**
   * Series of the same counter that grow on other events, which a regular expression excludes.
   * @default none
   */
  readonly notCounted?: Example;
  /** Labels to group by: an alert for each combination. @default none */
  readonly by?: readonly string[];
  /** Window of the count; longer than the alert's `for`. */
  readonly window: Duration;
  /**
   * The limit above which it fires, and the name under which an environment overrides it.
   * `increase()` extrapolates to slightly more than the true count, so use a limit between whole
   * numbers: "more than two" is 2.5.
   */
  readonly limit: { readonly name: string; readonly value: Count };
  /**
   * The system whose targets show the counter, if a series may begin with its first event. Then a
   * series that a target did not have a window ago counts from 0; one of a target that was not
   * scraped then does not, since its events may be old. Left out, a series counts from its first
   * sample, and its first event is never noticed.
   * @default every series exists at 0 before its first event
   */
  readonly bornAtFirstEvent?: { readonly system: string };
}

/**
 * An alert on more events than a limit within a window. One on any event at P0 keeps firing for an
 * hour, unless `keepFiringFor` says otherwise: a wrong figure stays wrong when its window is over,
 * and the end of an alert closes the pager's incident before anybody is called a second time.
 */
export function countAbove({
  counter,
  example,
  notCounted,
  by = [],
  window,
  limit,
  bornAtFirstEvent,
  ...declared
}: AlertFields & Happening): AlertDeclaration {
  const most = thresholdValue(limit.value);
  const fields: AlertFields =
    most < 1 && declared.priority === "P0"
      ? { keepFiringFor: hours(1), ...declared }
      : declared;
  const kept = (fields.keepFiringFor?.seconds ?? 0) / 60;
  const length = window.seconds / 60;
  // The result of increase() for one event: it extrapolates before the first sample.
  const one = length / (length - 1);
  const still = length + 5;
  const enough = Math.floor(most / one) + 1;
  const few = enough - 1;
  const labels = labelsIn(example, by);
  const spread = spreadLabel(by);
  const growth = `increase(${counter}[${window.toString()}])`;
  const query = aggregated(
    "sum",
    by,
    bornAtFirstEvent === undefined
      ? growth
      : `(${born(counter, window, bornAtFirstEvent.system)}) or ${growth}`,
  );
  const birth =
    bornAtFirstEvent === undefined
      ? undefined
      : birthCases(bornAtFirstEvent.system, {
          counter,
          example,
          notCounted: notCounted === undefined ? [] : [notCounted],
          spread,
          length,
          pending: fields.for.seconds / 60,
          kept,
          events: Math.floor(most) + 1,
        });
  const above: Limit = { ...limit, comparison: ">" };
  const course = (growth: Growth, strange: Growth): readonly Course[] => [
    { example: exampleWith(example, { [spread]: "a" }), growth },
    {
      example: exampleWith(example, { [spread]: "b" }),
      growth: growth.map(([each]) => [each, 0] as const),
    },
    ...[
      ...unrelatedSeries(counter, example),
      ...(notCounted === undefined ? [] : [notCounted]),
    ].map((each) => ({
      example: exampleWith(each, { [spread]: "other" }),
      growth: strange,
    })),
  ];
  const calm: Growth = [[still, 0]];
  return alertOf(
    fields,
    {
      ...limited(query, above),
      proof: {
        fires: [
          {
            series: counters(
              course(
                [
                  [still, 0],
                  [1, enough],
                ],
                [[still + 1, 0]],
              ),
            ),
            before: "nothing",
            at: minutes(still + 1 + fields.for.seconds / 60),
            expect: [
              expectedTexts(
                fields,
                labels,
                enough * (fields.for.seconds / 60 + 1) * one,
              ),
            ],
            resolves: {
              series: counters(course(calm, calm)),
              // The window goes on to contain their last two samples, and fewer events than the
              // limit do not count.
              after: minutes(length - 1 + kept),
            },
          },
          ...(birth === undefined
            ? []
            : [
                {
                  ...birth.fires,
                  before: "nothing" as const,
                  expect: [expectedTexts(fields, labels, Math.floor(most) + 1)],
                },
              ]),
        ],
        quiet: [
          ...(birth?.quiet ?? []),
          {
            series: counters(
              course(
                [
                  [still, 0],
                  [1, few],
                  [length, 0],
                ],
                [[still + 1 + length, enough * 10]],
              ),
            ),
            at: minutes(still + fields.for.seconds / 60 + 3),
          },
        ],
        equivalent: {
          ...(bornAtFirstEvent === undefined ? {} : bornEquivalent(counter)),
          ...(most >= 1
            ? {
                ...wholeLimit(query, most, one),
                ...betweenWholes(most, few * one, enough * one),
              }
            : noneOf(
                query,
                showsValue(fields),
                bornAtFirstEvent !== undefined,
              )),
        },
      },
    },
    (limits) =>
      countAbove({
        ...fields,
        counter,
        example,
        ...(notCounted === undefined ? {} : { notCounted }),
        by,
        window,
        limit: limitInForce(limit, limits),
        ...(bornAtFirstEvent === undefined ? {} : { bornAtFirstEvent }),
      }),
  );
}

/** `increase()` returns values between whole numbers, so it never equals a whole limit. */
const wholeLimit = (
  query: string,
  limit: number,
  one: number,
): Readonly<Record<string, string>> =>
  Number.isInteger(limit) && !Number.isInteger(limit / one)
    ? {
        [`${shortQuery(query)} > → >=`]:
          "increase() makes no whole number of whole events",
      }
    : {};

/**
 * Other limits between the same whole numbers: mutation tries a fifth lower and a quarter higher.
 */
const betweenWholes = (
  limit: number,
  few: number,
  enough: number,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [limit * 0.8, limit * 1.25]
      .filter(
        (other) => !Number.isInteger(limit) && few <= other && other < enough,
      )
      .map((other) => [
        `${decimal(limit)} → ${decimal(rounded(other))}`,
        "events are whole, and both lie between the same numbers of them",
      ]),
  );

const noneOf = (
  query: string,
  valueIsShown: boolean,
  countsBirths: boolean,
): Readonly<Record<string, string>> => ({
  // A birth is exactly one event.
  ...(countsBirths
    ? {}
    : {
        "0 → 1": "increase() makes more than one of one, and events are whole",
      }),
  ...(valueIsShown
    ? {}
    : silentAggregation({
        query,
        becomes: "avg",
        why: "a mean above zero is a sum above zero",
      })),
});
