import type { AlertDeclaration } from "../../model/alert";
import type { Duration } from "../../model/duration";
import type { Ratio } from "../../model/ratio";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { alertOf } from "../alerts/expected-texts";
import type { AlertFields } from "../alerts/expected-texts";
import { inForce, limitInForce } from "../alerts/limits-in-force";
import { counters } from "../counters";
import type { Growth } from "../counters";
import { eventCourses, keptLabels } from "../events";
import type { Outcomes } from "../events";
import { baselineCases, LESS, MORE } from "./baseline-cases";
import { exactlyEnough, isEnough, NEVER_EXACTLY } from "./enough";
import type { Enough } from "./enough";

/** A recorded ratio of events that is compared with its own baseline. */
interface UnusualRatio extends Enough {
  readonly events: Outcomes;
  /** Name of the recorded ratio of bad events. */
  readonly ratio: string;
  /** Its window. */
  readonly window: Duration;
  /** Name of the same ratio, recorded over a much longer window. */
  readonly baseline: string;
  /** Maximum multiple of the baseline. */
  readonly factor: Count;
  /** Minimum baseline, so that the first failure after none at all is no anomaly. */
  readonly floor: Ratio;
}

/**
 * An alert on a ratio of bad events above a multiple of its own baseline, with a minimum of events.
 */
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
}: AlertFields & UnusualRatio): AlertDeclaration {
  const enough = { rate, minimum };
  const times = thresholdValue(factor);
  const usual = 2 * floor.value;
  if (times * usual * MORE > 1) {
    throw new RangeError(
      `${String(times)} times ${String(usual)} is more than everything, so nothing is above it`,
    );
  }
  const { since, atOnce, firing, quiet } = baselineCases<number>({
    fields,
    window,
    enough: thresholdValue(minimum.value),
    calm: 0,
    labels: keptLabels(events),
    world: (traffic) => {
      const growth = (share: (bad: number) => number): Growth =>
        traffic.map(([length, each, bad]) => [length, each * share(bad)]);
      return counters(
        eventCourses(events, {
          good: growth((bad) => 1 - bad),
          bad: growth((bad) => bad),
        }),
      );
    },
  });
  const much = times * usual;
  const least = times * floor.value;
  return alertOf(
    fields,
    {
      expr: `${ratio}
  > {factor} * clamp_min(${baseline}, {floor})
and ${isEnough(enough, window)}`,
      thresholds: { factor, floor, [minimum.name]: minimum.value },
      proof: {
        fires: [
          firing(since(usual, much * MORE), much * MORE),
          // Usually no bad events, and hardly enough events.
          firing(atOnce(0, MORE, least * MORE), least * MORE),
        ],
        quiet: [
          quiet(since(usual, much * LESS)),
          quiet(since(0, least * LESS)),
          // All events are bad, but too few.
          quiet(atOnce(0, LESS, 1)),
        ],
        equivalent: {
          [`${shortQuery(ratio)} > → >=`]: NEVER_EXACTLY,
          ...exactlyEnough(enough, window),
        },
      },
    },
    (limits) =>
      ratioAboveBaseline({
        ...fields,
        events,
        ratio,
        window,
        baseline,
        factor: inForce(factor, "factor", limits),
        floor: inForce(floor, "floor", limits),
        rate,
        minimum: limitInForce(minimum, limits),
      }),
  );
}
