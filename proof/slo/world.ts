import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { Example, Slo } from "../../model/slo";
import { lastValue, writeValues } from "../series-values";
import type { SeriesValues } from "../series-values";

/** Traffic over some time: events per second, or for moments one of them at a time. */
export interface Weather {
  /** Error ratio of events, or of moments: 0 to 1. */
  readonly errorRatio: number;
  /**
   * Events per second. There is always one moment; at 0 it is not measured.
   * @default the traffic of the world
   */
  readonly eventsPerSecond?: number;
}

/** Counters start above zero: near zero, `rate` would assume that they began within its window. */
const BEFORE = 1_000_000;

/** The raw series of an SLO over some hours, generated from its good and bad examples. */
export class World {
  private readonly values = new Map<string, SeriesValues>();
  private samples = 0;
  private readonly slo: Slo;
  private readonly step: Duration;
  private readonly eventsPerSecond: number;

  /** @param step time between two samples */
  constructor(slo: Slo, step: Duration, eventsPerSecond: number) {
    this.slo = slo;
    this.step = step;
    this.eventsPerSecond = eventsPerSecond;
    if (slo.kind !== "request") {
      this.last(1, "good");
      return;
    }
    for (const series of namesOf(slo.examples)) {
      this.values.set(series, [
        { kind: "run", start: BEFORE, step: 0, count: 1 },
      ]);
    }
    this.samples = 1;
  }

  /** Time of the last sample. */
  get now(): number {
    return (this.samples - 1) * this.step.milliseconds;
  }

  /** Advances time, in whole steps. */
  pass(length: number, weather: Weather): void {
    const count = Math.round(length / this.step.milliseconds);
    if (this.slo.kind === "request") this.count(count, weather);
    else if (weather.eventsPerSecond === 0) this.last(count, "unseen");
    else this.last(count, weather.errorRatio > 0 ? "bad" : "good");
  }

  /** An absent series: the application never had such an event. */
  forget(series: string): void {
    this.values.delete(series);
  }

  /** Resets all counters, as a restart does. */
  reset(): void {
    for (const [series, values] of this.values) {
      this.values.set(series, [
        ...values,
        { kind: "run", start: 0, step: 0, count: 1 },
      ]);
    }
    this.samples += 1;
  }

  /** In promtool's notation. */
  get series(): Readonly<Record<string, string>> {
    return {
      ...Object.fromEntries(
        [...this.values].map(([series, values]) => [
          series,
          writeValues(values),
        ]),
      ),
      ...this.other,
    };
  }

  /** Events that are neither good nor bad continue all the time. */
  private get other(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(this.slo.examples.other ?? {}).map(([series, value]) => [
        series,
        this.slo.kind === "request"
          ? `${String(BEFORE)}+${String(value * 100)}x${String(this.samples)}`
          : `${String(value)}x${String(this.samples)}`,
      ]),
    );
  }

  private count(
    count: number,
    { errorRatio, eventsPerSecond = this.eventsPerSecond }: Weather,
  ): void {
    const perStep = eventsPerSecond * this.step.seconds;
    const { good, bad } = this.slo.examples;
    for (const [series, before] of this.values) {
      const growth =
        (good[series] ?? 0) * perStep * (1 - errorRatio) +
        (bad[series] ?? 0) * perStep * errorRatio;
      const last = lastValue(before) ?? 0;
      this.values.set(series, [
        ...before,
        ...(count > 0
          ? [
              {
                kind: "run",
                start: round(last + growth),
                step: round(growth),
                count,
              } as const,
            ]
          : []),
      ]);
    }
    this.samples += count;
  }

  private last(count: number, which: "good" | "bad" | "unseen"): void {
    if (count <= 0) return;
    const { good, bad } = this.slo.examples;
    for (const series of namesOf({ good, bad })) {
      const value =
        which === "unseen" ? undefined : this.slo.examples[which][series];
      const before =
        this.values.get(series) ??
        (this.samples > 0
          ? [{ kind: "gap", count: this.samples } as const]
          : []);
      this.values.set(series, [
        ...before,
        ...(value === undefined
          ? [{ kind: "gap", count } as const]
          : [{ kind: "run", start: value, step: 0, count } as const]),
      ]);
    }
    this.samples += count;
  }
}

const namesOf = ({
  good,
  bad,
}: {
  readonly good: Example;
  readonly bad: Example;
}): readonly string[] => [
  ...new Set([...Object.keys(good), ...Object.keys(bad)]),
];

/** Rounds to twelve digits, since sums of growth accumulate binary rounding errors. */
const round = (value: number): number => Number(value.toPrecision(12));

/** A time in promtool's notation. */
export const at = (time: number): string => milliseconds(time).toString();
