import type { Duration } from "../duration";

/** Events, or an amount, that a whole system counts in a second. */
export interface Rate {
  readonly kind: "rate";
  readonly perSecond: number;
  /** Whole events are counted one by one; an amount (seconds, dollars) grows evenly. */
  readonly counts: "events" | "amount";
  /** Started by a clock and not by users: the same at night and in staging. @default false */
  readonly scheduled?: boolean;
}

/** Between which values each series of a gauge moves, and which one it mostly has. */
export interface Level {
  readonly kind: "level";
  readonly low: number;
  readonly usual: number;
  readonly high: number;
}

/** A gauge that holds the time of the last run of something, in seconds since 1970. */
export interface LastRun {
  readonly kind: "last-run";
  readonly every: Duration;
}

/** A gauge that holds a time ahead, in seconds since 1970: the end of a certificate. */
export interface Ahead {
  readonly kind: "ahead";
  readonly by: Duration;
}

/**
 * A gauge that holds an age, in seconds: it grows with the clock, and falls back when something new
 * comes or the oldest is done.
 */
export interface Age {
  readonly kind: "age";
  readonly least: Duration;
  readonly most: Duration;
}

/** A gauge that holds what another one leaves of the whole that its `partOf` names. */
export interface LeftBy {
  readonly kind: "left-by";
  readonly part: string;
}

/** What a gauge may hold by itself. */
export type GaugeValue = Level | LastRun | Ahead | Age;

/** Values within which shares of the observations lie, in the unit of the histogram. */
export interface Percentiles {
  /** The smallest of them: of shares that are mostly high. @default a tenth of the median */
  readonly least?: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** How many observations a whole system makes, and how they are distributed. */
export interface Observed extends Percentiles {
  readonly kind: "observed";
  readonly rate: Rate | EventsOf;
}

/** As many as a counter of the same system counts, so that its rates are not stated twice. */
export interface EventsOf {
  readonly kind: "events-of";
  readonly counter: string;
}

/**
 * What a metric shows in a healthy system, in production, in the busiest hour: one thing for all
 * its label sets, or one for each set of labels.
 *
 * A set is written as `status="200"` or `status="200",method="GET"`. Labels that it does not name
 * take each of their values, among which a rate is divided evenly. Only the sets that are listed
 * exist: an error that a healthy system has never counted has no series, one that is `never`
 * counted any more has.
 */
export type Typical<T> = T | TypicalSets<T>;

/** By set of labels. */
export interface TypicalSets<T> {
  readonly kind: "sets";
  readonly sets: Readonly<Record<string, T>>;
}

const events = (perSecond: number): Rate => ({
  kind: "rate",
  perSecond,
  counts: "events",
});

/** So many events in a second. */
export const perSecond = (count: number): Rate => events(count);
/** So many events in a minute. */
export const perMinute = (count: number): Rate => events(count / 60);
/** So many events in an hour. */
export const perHour = (count: number): Rate => events(count / 3600);
/** So many events in a day. */
export const perDay = (count: number): Rate => events(count / 86_400);
/** Counted before, and not in a healthy hour. */
export const never: Rate = events(0);
/** An amount that grows evenly in an hour: dollars, seconds of a processor. */
export const amountPerHour = (amount: number): Rate => ({
  kind: "rate",
  perSecond: amount / 3600,
  counts: "amount",
});

/** Started by a clock and not by users: `scheduled(perDay(24))`. */
export const scheduled = (rate: Rate): Rate => ({ ...rate, scheduled: true });

/** Moves between two values. @param usual which it mostly has */
export const between = (low: number, usual: number, high: number): Level => ({
  kind: "level",
  low,
  usual,
  high,
});
/** Always the same value: a size, a limit, a flag, the 1 of an info metric. */
export const always = (value: number): Level => between(value, value, value);
/** The time of the last of runs that are so far apart. */
export const lastRun = (every: Duration): LastRun => ({
  kind: "last-run",
  every,
});
/** A time that lies so far ahead. */
export const ahead = (by: Duration): Ahead => ({ kind: "ahead", by });
/** An age that grows from one to the other, and begins again. */
export const ageBetween = (least: Duration, most: Duration): Age => ({
  kind: "age",
  least,
  most,
});

/** For each label set of a part what it leaves of its whole: the free space of a disk. */
export const leftBy = (part: string): LeftBy => ({ kind: "left-by", part });

/** Observations, and how they are distributed. */
export const observed = (rate: Rate, percentiles: Percentiles): Observed => ({
  kind: "observed",
  rate,
  ...percentiles,
});
/** One observation for each event of a counter. */
export const observedOf = (
  counter: string,
  percentiles: Percentiles,
): Observed => ({
  kind: "observed",
  rate: { kind: "events-of", counter },
  ...percentiles,
});

/** One thing for each set of labels: `bySet({ 'status="taken"': perSecond(5) })`. */
export const bySet = <T>(
  sets: Readonly<Record<string, T>>,
): TypicalSets<T> => ({
  kind: "sets",
  sets,
});

/** What a metric of each type shows. */
export type TypicalCounter = Typical<Rate>;
export type TypicalGauge = Typical<GaugeValue> | LeftBy;
export type TypicalHistogram = Typical<Observed>;
