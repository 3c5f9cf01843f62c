import type { Alert } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { Ratio } from "../../model/ratio";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { alertOf, told } from "../alerts/told";
import type { AlertFields } from "../alerts/told";
import { counters } from "../counters";
import type { Growth } from "../counters";
import { eventCourses, keptLabels } from "../events";
import type { Outcomes } from "../events";
import { rounded } from "../query";
import { exactlyEnough, isEnough, momentsOf, NEVER_EXACTLY } from "./enough";
import type { Enough } from "./enough";

/** A recorded share of events that is compared with itself. */
interface UnusualRatio extends Enough {
  readonly events: Outcomes;
  /** Name of the recorded share that goes wrong. */
  readonly ratio: string;
  /** The time that it looks back. */
  readonly window: Duration;
  /** Name of the same share, recorded over a time many times as long. */
  readonly baseline: string;
  /** How many times the baseline is too much. */
  readonly factor: Count;
  /** A baseline below it counts as this, so that the first failure after none at all is no anomaly. */
  readonly floor: Ratio;
}

/** So many events in each minute, of which this share goes wrong, one stretch after the other. */
type Traffic = readonly (readonly [
  minutes: number,
  perMinute: number,
  badShare: number,
])[];

/** A share goes wrong that is several times its own baseline, and of so many that it means something. */
export function ratioAboveBaseline({
  events,
  ratio,
  window,
  baseline,
  factor,
  floor,
  rate,
  minimum,
  ...fields
}: AlertFields & UnusualRatio): Alert {
  const enough = { rate, minimum };
  const times = thresholdValue(factor);
  const few = thresholdValue(minimum.value);
  const usual = 2 * floor.value;
  if (times * usual * ABOVE > 1) {
    throw new RangeError(
      `${String(times)} times ${String(usual)} is more than everything, so nothing is above it`,
    );
  }
  const { forgotten, silence, counted } = momentsOf(window, fields.for);
  const wait = fields.for.seconds / 60;
  const often = 100 * few;
  /** So many that whatever comes later does not move the baseline. */
  const burst = often * 1e5;
  const world = (traffic: Traffic): InputSeries => {
    const growth = (share: (bad: number) => number): Growth =>
      traffic.map(([length, each, bad]) => [length, each * share(bad)]);
    return counters(
      eventCourses(events, {
        good: growth((bad) => 1 - bad),
        bad: growth((bad) => bad),
      }),
    );
  };
  const firing = (traffic: Traffic, begins: number, share: number) => ({
    series: world(traffic),
    before: "nothing" as const,
    at: minutes(begins + wait),
    expect: [told(fields, keptLabels(events), rounded(share))],
    // So much goes well that what went wrong weighs nothing any more.
    resolves: { series: world([[10, burst, 0]]), after: minutes(1) },
  });
  const quiet = (traffic: Traffic) => ({
    series: world(traffic),
    at: minutes(traffic.reduce((sum, [length]) => sum + length, 0)),
  });
  /** A burst that only the baseline remembers, and then so much goes wrong. */
  const since = (before: number, share: number): Traffic => [
    [1, burst, before],
    [forgotten + wait + 5, often, share],
  ];
  /** All of it within one minute, after a silence. */
  const atOnce = (amount: number, share: number): Traffic => [
    [1, burst, 0],
    [silence, 0, 0],
    [1, amount, share],
    [counted + wait + 1, 0, 0],
  ];
  const much = times * usual;
  const least = times * floor.value;
  return alertOf(fields, {
    expr: `${ratio}
  > {factor} * clamp_min(${baseline}, {floor})
and ${isEnough(enough, window)}`,
    thresholds: { factor, floor, [minimum.name]: minimum.value },
    proof: {
      fires: [
        firing(since(usual, much * ABOVE), forgotten, much * ABOVE),
        // Usually none goes wrong, and there are hardly enough.
        firing(
          atOnce(few * ABOVE, least * ABOVE),
          1 + silence + 1 + counted,
          least * ABOVE,
        ),
      ],
      quiet: [
        quiet(since(usual, much * BELOW)),
        quiet(since(0, least * BELOW)),
        // All of them, and too few.
        quiet(atOnce(few * BELOW, 1)),
      ],
      equivalent: {
        [`${shortQuery(ratio)} > → >=`]: NEVER_EXACTLY,
        ...exactlyEnough(enough, window),
      },
    },
  });
}

/** A little more, and a little less, than a limit. */
const ABOVE = 1.06;
const BELOW = 0.94;
