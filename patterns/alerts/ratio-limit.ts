import type { AlertDeclaration } from "../../model/alert";
import type { ExpectedAlert, InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { Ratio } from "../../model/ratio";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import {
  HARDLY,
  countedAfter,
  exactlyEnough,
  isEnough,
} from "../anomaly/enough";
import type { Enough, EvenOne } from "../anomaly/enough";
import { counters } from "../counters";
import type { Growth } from "../counters";
import { eventCourses, keptLabels } from "../events";
import type { Outcomes } from "../events";
import { rounded } from "../query";
import type { Shown } from "../recording/recorded";
import { alertOf, expectedTexts } from "./expected-texts";
import type { AlertFields } from "./expected-texts";
import { enoughInForce, inForce, limitInForce } from "./limits-in-force";
import { withCounts, writtenCounts } from "./shown-counts";
import type { AllEvents, CountedBy, CountedEvents } from "./shown-counts";

/** Events per minute in a proof by default. */
const NORMAL = 600;

/** A recorded ratio of events, and its events. */
interface RecordedRatio {
  readonly events: Outcomes;
  /** Whether the ratio is of bad or of good events. */
  readonly shows: Shown;
}

/** Segments of events per minute with a share of bad ones. */
type Traffic = readonly (readonly [
  minutes: number,
  perMinute: number,
  badShare: number,
])[];

const growth = (traffic: Traffic, share: (bad: number) => number): Growth =>
  traffic.map(([length, rate, bad]) => [length, rounded(rate * share(bad))]);

const world = (events: Outcomes, traffic: Traffic): InputSeries =>
  counters(
    eventCourses(events, {
      good: growth(traffic, (bad) => 1 - bad),
      bad: growth(traffic, (bad) => bad),
    }),
  );

/** The message at an evaluation of a proof. */
const message = (
  fields: AlertFields,
  events: Outcomes,
  counted: CountedEvents,
  traffic: Traffic,
  at: Duration,
  value: number,
): ExpectedAlert =>
  expectedTexts(
    withCounts(fields, counted),
    keptLabels(events),
    value,
    writtenCounts(
      counted,
      {
        bad: growth(traffic, (bad) => bad),
        all: growth(traffic, () => 1),
      },
      at,
    ),
  );

/** What the message counts. */
const countedEvents = (
  events: Outcomes,
  all: AllEvents,
  bad: CountedBy,
  window: Duration,
): CountedEvents => ({
  bad,
  all,
  window,
  ...(events.by === undefined ? {} : { by: events.by }),
});

const lengthOf = (traffic: Traffic): number =>
  traffic.reduce((sum, [length]) => sum + length, 0);

/** After a fault so many good events follow that the bad ones no longer matter. */
const recovered = (events: Outcomes): InputSeries =>
  world(events, [[10, NORMAL * 10_000, 0]]);

/** An alert on a recorded ratio of events beyond a limit for the alert's `for`. */
export function ratioLimit({
  events,
  shows,
  ratio,
  limit,
  minimum,
  all,
  bad,
  ...fields
}: AlertFields &
  RecordedRatio & {
    /** Name of the recorded ratio. */
    readonly ratio: string;
    /** Largest share of bad events, or smallest share of good ones, and its name. */
    readonly limit: { readonly name: string; readonly value: Ratio };
    /**
     * Events per second, from a recorded rate, at or below which it does not fire: one failure of
     * two at night does not matter.
     * @default none
     */
    readonly minimum?: {
      readonly name: string;
      readonly rate: string;
      readonly value: Count;
    };
    /** All events, for the message: it gives how many of how many are bad. */
    readonly all: AllEvents;
    /** A minimum of bad events, or why a single one may make it fire. */
    readonly bad: BadEvents | CountedEvenOne;
  }): AlertDeclaration {
  const may = shows === "bad" ? limit.value.value : 1 - limit.value.value;
  const much = rounded(may * 1.1);
  const little = rounded(may * 0.9);
  const pending = fields.for.seconds / 60;
  const least = (minimum?.value.value ?? 0) * 60;
  const often = Math.max(NORMAL, least * 100);
  const counted = countedEvents(events, all, bad, bad.window);
  const firing = (
    perMinute: number,
    after: number,
    { before = [], share = much }: { before?: Traffic; share?: number } = {},
  ) => {
    const traffic: Traffic = [
      ...before,
      [pending + after + 10, perMinute, share],
    ];
    const at = minutes(pending + after + lengthOf(before));
    const value = shows === "bad" ? share : 1 - share;
    return {
      series: world(events, traffic),
      before: "nothing" as const,
      at,
      expect: [message(fields, events, counted, traffic, at, value)],
      resolves: { series: recovered(events), after: minutes(1) },
    };
  };
  const quiet = (perMinute: number, bad: number) => ({
    series: world(events, [[pending + 10, perMinute, bad]]),
    at: minutes(pending + 10),
  });
  const chance = moreThanChance(bad, much);
  return alertOf(
    withCounts(fields, counted),
    {
      expr: `${ratio} ${shows === "bad" ? ">" : "<"} {${limit.name}}${
        minimum === undefined ? "" : ` and ${minimum.rate} > {${minimum.name}}`
      }${chance.condition}`,
      thresholds: {
        [limit.name]: limit.value,
        ...(minimum === undefined ? {} : { [minimum.name]: minimum.value }),
        ...chance.thresholds,
      },
      proof: {
        fires: [
          // A rate needs two samples.
          firing(often, 1),
          // So few that their rate exceeds the minimum only when samples fill its five minutes; all
          // are bad, which are more than chance.
          ...(minimum === undefined
            ? []
            : [firing(rounded(least * 1.1), 4, { share: 1 })]),
          // Where events are that rare that they are below the minimum, it alone decides.
          ...chance.hardly
            .filter(({ perMinute }) => perMinute > least)
            .map(({ before, perMinute, after }) =>
              firing(perMinute, after, { before }),
            ),
        ],
        quiet: [
          quiet(often, little),
          ...(minimum === undefined ? [] : [quiet(rounded(least * 0.9), 1)]),
          ...chance.tooFew.map(({ perMinute, length }) => ({
            series: world(events, [[pending + length, perMinute, much]]),
            at: minutes(pending + length),
          })),
        ],
        ...chance.equivalent,
      },
    },
    (limits) =>
      ratioLimit({
        ...fields,
        events,
        shows,
        ratio,
        limit: limitInForce(limit, limits),
        ...(minimum === undefined
          ? {}
          : { minimum: limitInForce(minimum, limits) }),
        all,
        bad: enoughInForce<BadEvents, CountedEvenOne>(bad, limits),
      }),
  );
}

/** The recorded rate of bad events, and how many within a window are more than chance. */
type BadEvents = Enough & { readonly window: Duration };

/** A single bad event may make it fire. The message still counts them. */
type CountedEvenOne = EvenOne & CountedBy & Pick<BadEvents, "window">;

/**
 * A minimum of bad events beside a limit of their share: of the few events of a quiet hour one bad
 * one is above every limit.
 *
 * @param share of the events that is bad in the proof's cases
 */
function moreThanChance(
  bad: BadEvents | EvenOne,
  share: number,
): {
  readonly condition: string;
  readonly thresholds: Readonly<Record<string, Count>>;
  /** Just enough bad events, after a time that is longer than twice the window with hardly any. */
  readonly hardly: readonly {
    readonly before: Traffic;
    readonly perMinute: number;
    readonly after: number;
  }[];
  readonly tooFew: readonly {
    readonly perMinute: number;
    readonly length: number;
  }[];
  readonly equivalent: Pick<AlertDeclaration["proof"], "equivalent">;
} {
  if ("evenOne" in bad) {
    return {
      condition: "",
      thresholds: {},
      hardly: [],
      tooFew: [],
      equivalent: {},
    };
  }
  const { minimum, window } = bad;
  const length = window.seconds / 60;
  const perMinute = (times: number): number =>
    (thresholdValue(minimum.value) * times) / (length * share);
  return {
    condition: `\nand ${isEnough(bad, window)}`,
    thresholds: { [minimum.name]: minimum.value },
    hardly: [
      {
        before: [[2 * length + 5, perMinute(HARDLY) / 10_000, 0]],
        perMinute: perMinute(HARDLY),
        after: countedAfter(1 / HARDLY, window),
      },
    ],
    tooFew: [{ perMinute: perMinute(0.9), length }],
    equivalent: { equivalent: exactlyEnough(bad, window) },
  };
}

/**
 * An alert on an SLO that is breached over its period and still failing. The first condition alone
 * would keep firing for days after a fault, the second would fire on every short one. The SLO's own
 * burn-rate alerts cover how fast the budget is spent.
 */
export function objectiveMissed({
  events,
  period,
  now,
  objective,
  all,
  bad,
  ...fields
}: AlertFields & {
  readonly events: Outcomes;
  /** Name of the recorded share of good events over the period. */
  readonly period: string;
  /** Name of the recorded share of good events now, and its lookback. */
  readonly now: { readonly ratio: string; readonly window: Duration };
  /** Objective: the share of good events. */
  readonly objective: Ratio;
  /** All events, for the message: it gives how many of how many are bad within that lookback. */
  readonly all: AllEvents;
  /** A minimum of bad events within the lookback of now, or why a single one may make it fire. */
  readonly bad: Enough | (EvenOne & CountedBy);
}): AlertDeclaration {
  const may = 1 - objective.value;
  const much = rounded(may * 1.5);
  const pending = fields.for.seconds / 60;
  // Until the first ten minutes have left the window and the rates that it sums up, and the alert's
  // `for` has passed.
  const later = now.window.seconds / 60 + 20 + pending;
  const quiet = (traffic: Traffic) => ({
    series: world(events, traffic),
    at: minutes(lengthOf(traffic)),
  });
  const counted = countedEvents(events, all, bad, now.window);
  const firing = (perMinute: number, after: number, before: Traffic = []) => {
    const traffic: Traffic = [
      ...before,
      [pending + after + 10, perMinute, much],
    ];
    const at = minutes(pending + after + lengthOf(before));
    return {
      series: world(events, traffic),
      before: "nothing" as const,
      at,
      expect: [message(fields, events, counted, traffic, at, 1 - much)],
      resolves: { series: recovered(events), after: minutes(1) },
    };
  };
  const chance = moreThanChance(
    "evenOne" in bad ? bad : { ...bad, window: now.window },
    much,
  );
  return alertOf(
    withCounts(fields, counted),
    {
      expr: `${period} < {objective} and ${now.ratio} < {objective}${chance.condition}`,
      thresholds: { objective, ...chance.thresholds },
      proof: {
        fires: [
          // A rate needs two samples.
          firing(NORMAL, 1),
          ...chance.hardly.map(({ before, perMinute, after }) =>
            firing(perMinute, after, before),
          ),
        ],
        quiet: [
          quiet([[pending + 10, NORMAL, rounded(may * 0.9)]]),
          // Failing now, but so many good events before that the period is not.
          quiet([
            [10, NORMAL * 100_000, 0],
            [later - 10, NORMAL, much],
          ]),
          // Breached over the period, but good enough recently.
          quiet([
            [10, NORMAL * 100_000, much],
            [later - 10, NORMAL, rounded(may * 0.9)],
          ]),
          ...chance.tooFew.map(({ perMinute, length }) =>
            quiet([[pending + length, perMinute, much]]),
          ),
        ],
        ...chance.equivalent,
      },
    },
    (limits) =>
      objectiveMissed({
        ...fields,
        events,
        period,
        now,
        objective: inForce(objective, "objective", limits),
        all,
        bad: enoughInForce<Enough, EvenOne & CountedBy>(bad, limits),
      }),
  );
}
