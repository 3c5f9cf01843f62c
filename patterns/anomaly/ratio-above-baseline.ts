import type { AlertDeclaration } from "../../model/alert";
import type { Duration } from "../../model/duration";
import type { Ratio } from "../../model/ratio";
import { inForce, limitInForce } from "../alerts/limits-in-force";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { alertOf } from "../alerts/expected-texts";
import type { AlertFields } from "../alerts/expected-texts";
import { counters } from "../counters";
import type { Growth } from "../counters";
import { eventCourses, keptLabels } from "../events";
import type { Outcomes } from "../events";
import {
  baselineCases,
  LESS,
  MORE,
  remembersOneMinute,
} from "./baseline-cases";
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
  /**
   * The recorded rate of bad events, and how many within the window are more than chance: where one
   * in fifty fails, two in half an hour are no anomaly.
   */
  readonly bad: Enough;
}

/**
 * An alert on a ratio of bad events above a multiple of its own baseline, with a minimum of events
 * and of bad ones.
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
  bad: failing,
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
  /** The share of bad ones among the fewest events, if they are the fewest too. */
  const few =
    thresholdValue(failing.minimum.value) / thresholdValue(minimum.value);
  if (few > 1 || (few * LESS) / (2 * MORE) < times * floor.value * MORE) {
    throw new RangeError(
      `at least ${String(thresholdValue(minimum.value))} events and ${String(thresholdValue(failing.minimum.value))} bad ones: the second must be less, and more than ${String(times)} times the floor of twice as many events`,
    );
  }
  if (!remembersOneMinute(window, fields.for)) {
    throw new RangeError(
      `an alert that waits for ${fields.for.toString()} never sees all that happens in one minute for so long within ${window.toString()}`,
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
and ${isEnough(enough, window)}
and ${isEnough(failing, window)}`,
      thresholds: {
        factor,
        floor,
        [minimum.name]: minimum.value,
        [failing.minimum.name]: failing.minimum.value,
      },
      proof: {
        fires: [
          firing(since(usual, much * MORE), much * MORE),
          // Usually no bad events.
          firing(since(0, least * MORE), least * MORE),
          // Usually no bad events, and hardly enough events, of which hardly enough are bad.
          firing(atOnce(0, MORE, few), few),
        ],
        quiet: [
          quiet(since(usual, much * LESS)),
          quiet(since(0, least * LESS)),
          // All events are bad, but too few.
          quiet(atOnce(0, LESS, 1)),
          // Enough events, of which too few are bad.
          quiet(atOnce(0, 2 * MORE, (few * LESS) / (2 * MORE))),
        ],
        equivalent: {
          [`${shortQuery(ratio)} > → >=`]: NEVER_EXACTLY,
          ...exactlyEnough(enough, window),
          ...exactlyEnough(failing, window),
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
        bad: { ...failing, minimum: limitInForce(failing.minimum, limits) },
      }),
  );
}
