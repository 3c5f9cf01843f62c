import type { AlertDeclaration } from "../../model/alert";
import type { FiringCase, InputSeries } from "../../model/alert-proof";
import { days, hours, milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { Ratio } from "../../model/ratio";
import { shortQuery } from "../../model/short-query";
import type { Example } from "../../model/slo";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { alertOf, expectedTexts } from "../alerts/expected-texts";
import type { AlertFields } from "../alerts/expected-texts";
import { inForce, limitInForce } from "../alerts/limits-in-force";
import { counters } from "../counters";
import { labelsIn } from "../series";
import { evaluationOf } from "./evaluation";

/** Raw series of a recorded series. */
type Source =
  | {
      readonly kind: "gauge";
      /** Series that each count as one. */
      readonly example: Example;
    }
  | {
      readonly kind: "counter";
      /** Series that each grow by one per event. */
      readonly example: Example;
      /** Window of the recorded rate. */
      readonly window: Duration;
    };

/** A recorded series that is compared with its own value a week ago. */
interface Weekly {
  /** Its name. */
  readonly recorded: string;
  readonly source: Source;
  /** Its labels. @default none */
  readonly by?: readonly string[];
  /** Share of last week's value below which it has dropped, and the name of the limit. */
  readonly share: { readonly name: string; readonly value: Ratio };
  /** Minimum value last week: half of a few means nothing, since people may be on leave. */
  readonly minimum: Count;
}

const WEEK = days(7);

/**
 * An alert on a value far below that of the same hour and weekday a week before, so that nights and
 * Sundays are not a drop. A series that did not exist a week ago is not compared.
 */
export function droppedSinceLastWeek({
  recorded,
  source,
  by = [],
  share,
  minimum,
  ...fields
}: AlertFields & Weekly): AlertDeclaration {
  const before = `(${recorded} offset ${WEEK.toString()})`;
  const least = thresholdValue(minimum);
  const times = share.value.value;
  const step = stepOf(source, fields.for);
  const evaluation = evaluationOf(step, fields.for);
  const steps = (length: Duration): number =>
    Math.ceil(length.milliseconds / step.milliseconds);
  const time = (amount: number): Duration =>
    milliseconds(amount * step.milliseconds);
  // The rate of a step is exact only at its end.
  const begins = steps(WEEK) + (source.kind === "counter" ? 1 : 0);
  const wait = steps(fields.for);
  const lead = wait + 4;
  const world = (
    ...course: readonly (readonly [steps: number, amount: number])[]
  ): InputSeries =>
    source.kind === "counter"
      ? counters([
          {
            example: source.example,
            growth: course.map(
              ([length, amount]) => [length, amount * step.seconds] as const,
            ),
          },
        ])
      : Object.fromEntries(
          Object.entries(source.example).map(([series, one]) => [
            series,
            course
              .map(
                ([length, amount]) =>
                  `${String(amount * one)}x${String(length - 1)}`,
              )
              .join(" "),
          ]),
        );
  /** Values a week ago, in the days since, and now. */
  const weekly = (aWeekAgo: number, since: number, now: number): InputSeries =>
    world([lead, aWeekAgo], [steps(WEEK) - lead, since], [lead, now]);
  /** Texts show whole numbers of a gauge that counts things. */
  const whole = (amount: number): number =>
    source.kind === "gauge" ? Math.floor(amount) : amount;
  const drops = (aWeekAgo: number, now: number): FiringCase => {
    const at = milliseconds(
      begins * step.milliseconds + fields.for.milliseconds,
    );
    const next = Math.floor(at.milliseconds / step.milliseconds) + 1;
    return {
      series: weekly(aWeekAgo, aWeekAgo * 0.6, now),
      interval: step,
      evaluation,
      before: "nothing",
      at,
      expect: [expectedTexts(fields, labelsIn(source.example, by), now)],
      // The next value.
      resolves: {
        series: world([5, aWeekAgo]),
        after: milliseconds(next * step.milliseconds - at.milliseconds),
      },
    };
  };
  const quiet = (series: InputSeries, length: number) => ({
    series,
    interval: step,
    evaluation,
    at: time(length),
  });
  const much = 20 * least;
  const last = begins + wait + 1;
  // A gauge may equal a limit, a rate never does.
  const limit = (value: number, within: number): number =>
    source.kind === "gauge" ? value : value * within;
  return alertOf(
    fields,
    {
      expr: `${recorded}
  < {${share.name}} * ${before}
and ${before} > {minimum}`,
      thresholds: { [share.name]: share.value, minimum },
      proof: {
        fires: [
          drops(much, whole(much * times * 0.97)),
          drops(
            source.kind === "gauge" ? Math.floor(least) + 1 : least * 1.03,
            whole(least * times * 0.4),
          ),
        ],
        quiet: [
          // Far below the value of a few days ago.
          quiet(weekly(much, much * 2, limit(much * times, 1.03)), last),
          // So few that half of them means nothing.
          quiet(weekly(limit(least, 0.97), much, least * times * 0.4), last),
          // Absent a week ago.
          quiet(world([lead, much], [lead, 0]), 2 * lead - 1),
        ],
        equivalent:
          source.kind === "gauge"
            ? {}
            : Object.fromEntries(
                [
                  `${shortQuery(recorded)} < → <=`,
                  ...(Number.isInteger(least)
                    ? [`${shortQuery(before)} > → >=`]
                    : []),
                ].map((change) => [
                  change,
                  "what is made of rates is never exactly a limit",
                ]),
              ),
      },
    },
    (limits) =>
      droppedSinceLastWeek({
        ...fields,
        recorded,
        source,
        by,
        share: limitInForce(share, limits),
        minimum: inForce(minimum, "minimum", limits),
      }),
  );
}

/**
 * A recorded rate contains one increase of the two values in its window; a gauge is evaluated often
 * enough to distinguish half of the `for` from all of it.
 */
const stepOf = (source: Source, wait: Duration): Duration =>
  source.kind === "counter"
    ? milliseconds(source.window.milliseconds / 2)
    : wait.milliseconds === 0
      ? hours(1)
      : milliseconds(wait.milliseconds / 2);
