import { inForce } from "../alerts/limits-in-force";
import type { AlertDeclaration } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { milliseconds, minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { Example } from "../../model/slo";
import { count, thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { shortQuery } from "../../model/short-query";
import { exampleWith, unrelatedSeries } from "../series";
import { alertOf, expectedTexts } from "../alerts/expected-texts";
import type { AlertFields } from "../alerts/expected-texts";
import { counters, onTwoPods } from "../counters";
import type { Growth } from "../counters";
import { bornCourse } from "./born-course";
import { evaluationOf } from "./evaluation";
import { spikeCourse } from "./spike-course";
import type { Clock } from "./spike-course";

/** A counter that grows faster than its baseline. */
interface Spike {
  /** Selector: `shop_errors_total{system="shop"}`. */
  readonly counter: string;
  /** Series that each grow by one per event. */
  readonly example: Example;
  /**
   * Key of the system whose targets show the counter. Until they have been scraped for longer than
   * the baseline there is none, and only a storm fires: a mean over a day of which an hour is known
   * would be far too low.
   */
  readonly key: string;
  /** Current window. */
  readonly window: Duration;
  /** Window of the baseline, several times as long; it ends `offset` ago. */
  readonly baseline: Duration;
  /** Offset of the baseline, so that a spike does not raise it. @default it ends now */
  readonly offset?: Duration;
  /** Maximum multiple of the baseline. */
  readonly factor: Count;
  /** Minimum number of events within the window, whatever the baseline. */
  readonly minimum: Count;
  /**
   * Number of events within the window above which it fires where there is no baseline yet: a
   * storm in a new system has no past to be compared with.
   * @default five times the minimum
   */
  readonly storm?: Count;
  /** The alert's value: events per second, or the number within the window. @default "rate" */
  readonly shows?: "rate" | "increase";
}

/**
 * Samples within the window. Three samples give two increases: enough if the baseline is so long
 * that each further one costs much.
 */
const stepsWithin = (window: Duration, baseline: Duration): number =>
  baseline.milliseconds > 24 * window.milliseconds ? 3 : 12;

/**
 * An alert on events that occur several times as often as their mean over a longer time, with a
 * minimum number. Both are sums over all series, so noise of one pod does not matter, and a counter
 * that begins with its first event counts as calm before it.
 */
export function spike({
  counter,
  example,
  key,
  window,
  baseline,
  offset,
  factor,
  minimum,
  storm = count(thresholdValue(minimum) * 5, minimum.of),
  shows = "rate",
  ...fields
}: AlertFields & Spike): AlertDeclaration {
  const back = offset === undefined ? "" : ` offset ${offset.toString()}`;
  const now = `sum(increase(${counter}[${window.toString()}]))`;
  const guard = `${now} > {minimum}`;
  const past = milliseconds(
    baseline.milliseconds + (offset?.milliseconds ?? 0),
  );
  const known = `present_over_time(up{system="${key}"}[${window.toString()}] offset ${past.toString()})`;
  const rate = `sum(rate(${counter}[${window.toString()}]))`;
  const stormy =
    shows === "rate"
      ? `${rate} > {storm} / ${String(window.seconds)}`
      : `${now} > {storm}`;
  /** A counter that begins with its first event has no series in a baseline that ends before. */
  const usually = (mean: string): string =>
    offset === undefined ? mean : `(${mean} or vector(0))`;
  const compared =
    shows === "rate"
      ? `${rate}
    > {factor} * ${usually(`sum(rate(${counter}[${baseline.toString()}]${back}))`)}`
      : `${now}
    > {factor} * ${usually(`sum(increase(${counter}[${baseline.toString()}]${back}))`)} / ${String(baseline.milliseconds / window.milliseconds)}`;
  const within = stepsWithin(window, baseline);
  const step = milliseconds(window.milliseconds / within);
  const steps = (length: Duration): number =>
    Math.ceil(length.milliseconds / step.milliseconds);
  const clock: Clock = {
    step,
    window: within,
    baseline: steps(baseline),
    offset: steps(offset ?? minutes(0)),
    pending: steps(fields.for),
    waited: Math.floor(fields.for.milliseconds / step.milliseconds),
  };
  const evaluation = evaluationOf(step, fields.for);
  const often = thresholdValue(minimum) / within;
  const times = thresholdValue(factor);
  const usual = 2 * often;
  const strange = unrelatedSeries(counter, example);
  const world = (
    course: Growth,
    unrelated: number,
    up = always(course),
  ): InputSeries => ({
    [`up{system="${key}", instance="a"}`]: up,
    'up{system="other", instance="a"}': always(course),
    ...counters([
      ...onTwoPods(example, course),
      ...(unrelated === 0 ? [] : strange).map((each) => ({
        example: exampleWith(each, { pod: "other" }),
        growth: course.map(([length]) => [length, unrelated] as const),
      })),
    ]),
  });
  /** Distinguishes events before the baseline from those in it. */
  const history: Growth = [
    [within, usual * clock.baseline],
    [clock.baseline + clock.offset, usual],
  ];
  const limits = { factor: times, minimum: thresholdValue(minimum) };
  /**
   * The baseline soon contains the spike itself, so the spike must grow to keep firing, but not
   * more than needed.
   */
  const above = (most: number): Growth => [
    [clock.window, usual * times * ABOVE],
    [clock.pending + 2, usual * times * most],
  ];
  const fault = clock.window - 1 + clock.waited;
  const whole = clock.baseline - 1;
  /**
   * Much of the baseline is its oldest part, which distinguishes it from one that is shorter or
   * ends later.
   */
  const near: Growth = [
    [within + 1, 0],
    [1, usual * 0.4 * whole],
    [whole - 1 + clock.offset - fault, (usual * 0.6 * whole) / (whole - 1)],
    [fault, usual * times * BELOW],
  ];
  /** Long enough for the baseline to be empty. */
  const silence: Growth = [[clock.baseline + clock.offset + 2 * within, 0]];
  const long = 2 * clock.window + clock.pending;
  /** The first of these spikes that lasts for the alert's `for`. */
  const spiking = (before: Growth, spikes: readonly Growth[]) => {
    for (const spike of spikes) {
      const course = spikeCourse(before, spike, clock, limits);
      if (course === undefined) continue;
      const { begins, ends, mean } = course;
      return {
        growth: [...before, ...spike],
        begins,
        ends,
        value: shows === "rate" ? mean / step.seconds : mean * clock.window,
        at: milliseconds(begins * step.milliseconds + fields.for.milliseconds),
      };
    }
    throw new RangeError(
      `no spike of ${counter} lasts for ${fields.for.toString()}: ${baseline.toString()} know of it too soon`,
    );
  };
  const risen = spiking(history, GROWTHS.map(above));
  const sudden = spiking(silence, [[[long, often * 1.08]]]);
  /** The last step whose scrape is in the guard's range when the sudden spike fires. */
  const fires = sudden.begins + clock.waited;
  const oldest = fires - clock.baseline - clock.offset - clock.window + 1;
  const firing = (
    {
      growth,
      at,
      value,
    }: Pick<typeof risen, "at" | "value"> & { readonly growth: Growth },
    ends: number,
    unrelated: number,
    up?: string,
  ) => ({
    series: world(growth, unrelated, up),
    interval: step,
    evaluation,
    before: "nothing" as const,
    at,
    expect: [expectedTexts(fields, {}, value)],
    // No more events.
    resolves: {
      series: world([[clock.window, 0]], 0, "_"),
      after: milliseconds(ends * step.milliseconds - at.milliseconds),
    },
  });
  const quiet = (course: Growth, unrelated: number, up?: string) => ({
    series: world(course, unrelated, up),
    interval: step,
    evaluation,
    at: milliseconds(
      course.reduce((sum, [each]) => sum + each, 0) * step.milliseconds +
        // A step long, after which a shorter `for` has passed.
        (fields.for.milliseconds < step.milliseconds
          ? fields.for.milliseconds
          : 0),
    ),
  });
  /** A storm of a system without a past, or hardly one. */
  const most = thresholdValue(storm);
  const perStep = most / within;
  const stormOf = (share: number): Growth => [
    ...silence,
    [long, perStep * share],
  ];
  const stormed = spikeCourse(silence, [[long, perStep * 1.08]], clock, {
    factor: times,
    minimum: most,
  });
  if (stormed === undefined || most < 1.25 * limits.minimum) {
    throw new RangeError(
      `a storm of ${String(most)} must be more than a quarter above the minimum of ${String(limits.minimum)}`,
    );
  }
  const ago = clock.baseline + clock.offset;
  const quietFor = ago + 2 * within;
  const newly = `_x${String(quietFor)} 1x${String(long)}`;
  const storming = {
    growth: stormOf(1.08),
    value:
      shows === "rate"
        ? stormed.mean / step.seconds
        : stormed.mean * clock.window,
    at: milliseconds(
      stormed.begins * step.milliseconds + fields.for.milliseconds,
    ),
  };
  const forgotten =
    quietFor + long - clock.waited - ago - Math.ceil(within / 2);
  /** The first events of all in a system that has long been known: its counter begins with them. */
  const born = (): ReturnType<typeof firing> => {
    const each = 4 * thresholdValue(minimum);
    const fires = fields.for.milliseconds / step.milliseconds;
    const course = bornCourse(each, fires, clock, limits);
    if (course === undefined) {
      throw new RangeError(`no first events of ${counter} last long enough`);
    }
    const begins = quietFor + course.begins;
    const at = milliseconds(
      begins * step.milliseconds + fields.for.milliseconds,
    );
    const from = (start: number, series: InputSeries): InputSeries =>
      Object.fromEntries(
        Object.entries(series).map(([name, values]) => [
          name,
          `_x${String(start)} ${values}`,
        ]),
      );
    return {
      series: {
        ...from(quietFor, counters(onTwoPods(example, [[long, each]]))),
        [`up{system="${key}", instance="a"}`]: `1x${String(quietFor + long)}`,
      },
      interval: step,
      evaluation,
      before: "nothing",
      at,
      expect: [
        expectedTexts(
          fields,
          {},
          shows === "rate" ? course.events / window.seconds : course.events,
        ),
      ],
      resolves: {
        series: world([[clock.window, 0]], 0, "1"),
        after: milliseconds(
          (quietFor + course.ends) * step.milliseconds - at.milliseconds,
        ),
      },
    };
  };
  /** The sudden spike of a target that is not known for long enough. */
  const unknown = (up: string) => ({
    series: world(sudden.growth, 0, up),
    interval: step,
    evaluation,
    at: sudden.at,
  });
  return alertOf(
    fields,
    {
      expr: `(
  ${compared}
)
and ${guard}
and on () ${known}
or ${stormy} unless on () ${known}`,
      thresholds: { factor, minimum, storm },
      proof: {
        fires: [
          firing(risen, risen.ends, usual * 1000),
          // Scraped only just long enough ago.
          firing(sudden, fires + 1, 0, `1x${String(oldest)} _`),
          // Not known until the storm is over, and no longer known.
          ...[
            `_x${String(stormed.ends - ago + 1)} 1x${String(long)}`,
            `1x${String(within + 1)} _`,
          ].map((up) => firing(storming, stormed.ends, 0, up)),
          ...(offset === undefined ? [] : [born()]),
        ],
        quiet: [
          quiet(near, 0),
          quiet([...silence, [long, often * 0.9]], usual * 1000),
          unknown(`_x${String(oldest + clock.window)} 1x${String(long)}`),
          unknown(`1x${String(oldest - 2)} _`),
          // Not quite a storm of a new system, and one that is usual in an old one.
          quiet(stormOf(0.9), perStep * 1000, newly),
          quiet([[quietFor + long, perStep * 1.5]], 0),
          // It has only just been forgotten.
          quiet(
            [[quietFor + long, perStep * 1.5]],
            0,
            `1x${String(forgotten)} _`,
          ),
        ],
        equivalent: {
          ...Object.fromEntries(
            (shows === "rate"
              ? [
                  `${shortQuery(`sum(rate(${counter}[${window.toString()}]))`)} > → >=`,
                  `${shortQuery(now)} > → >=`,
                  `${shortQuery(rate)} > → >= (#2)`,
                ]
              : ["", " (#2)", " (#3)"].map(
                  (place) => `${shortQuery(now)} > → >=${place}`,
                )
            ).map((change) => [
              change,
              "what a window knows of is guessed at both of its ends, and never exactly a limit",
            ]),
          ),
          ...(offset === undefined
            ? {}
            : Object.fromEntries(
                (shows === "rate" ? ["0 → (-1)"] : ["0 → (-1)", "0 → 1"]).map(
                  (change) => [
                    change,
                    "of so few events the minimum asks anyway",
                  ],
                ),
              )),
        },
      },
    },
    (limits) =>
      spike({
        ...fields,
        counter,
        example,
        key,
        window,
        baseline,
        ...(offset === undefined ? {} : { offset }),
        factor: inForce(factor, "factor", limits),
        minimum: inForce(minimum, "minimum", limits),
        storm: inForce(storm, "storm", limits),
        shows,
      }),
  );
}

/** Scraped from the first step to the last. */
const always = (course: Growth): string =>
  `1x${String(course.reduce((sum, [length]) => sum + length, 0))}`;

/** Slightly more and slightly less than the limit. */
const ABOVE = 1.03;
const BELOW = 0.97;
/** How far above the limit it may grow during the alert's `for`. */
const GROWTHS: readonly number[] = [ABOVE, 1.1, 1.2, 1.5, 2, 3];
