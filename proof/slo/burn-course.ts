import { minutes, seconds } from "../../model/duration";
import { minimumRecentBadEvents } from "../../model/slo";
import { BASE_WINDOW } from "../../prometheus/slo/tiles";
import type { ProofCheck, ProofTest } from "../proof-subject";
import { isFastest, plenty } from "./tier-under-test";
import type { TierUnderTest } from "./tier-under-test";
import { World, at } from "./world";

/**
 * How much faster than the threshold an outage burns, where possible: not a whole number, so that
 * no evaluation is exactly at the threshold.
 */
const OUTAGE = 6.3;

/**
 * A whole outage after a long time without errors: pending until the long window has seen enough of
 * it, firing on time, still firing while errors continue slightly above the threshold, and resolved
 * as soon as the short window is below it, although the long one is not.
 */
export function burnCourse(
  subject: TierUnderTest,
  everyMinute: boolean,
): ProofTest {
  const { slo, tier } = subject;
  const request = slo.kind === "request";
  const evaluation = (
    everyMinute || tier.speed === "fast" ? minutes(1) : minutes(5)
  ).milliseconds;
  const step = request
    ? isFastest(tier)
      ? seconds(15)
      : minutes(1)
    : seconds(30);
  const errorRatio = request ? Math.min(1, tier.threshold * OUTAGE) : 1;
  const world = new World(slo, step, plenty(subject));
  const checks: ProofCheck[] = [];
  const firing = (time: number, count: number): void => {
    checks.push({ kind: "firing", at: at(time), count });
  };
  const long = tier.long.milliseconds;
  // A recorded series changes at evaluations only, so times in between have the value of the last
  // one.
  const late = subject.recorded ? evaluation - step.milliseconds : 0;
  const crossing = firstAbove(
    (time) =>
      (errorRatio * (request ? seen(time, step.milliseconds) : time - late)) /
      long,
    tier.threshold,
    evaluation,
  );
  const pending = tier.for.milliseconds;

  world.pass(long, { errorRatio: 0 });
  const begin = world.now;
  firing(begin, 0);
  firing(begin + crossing + pending - evaluation, 0);
  firing(begin + crossing + pending, 1);
  // Longer than the crossing, so that the long window stays above the threshold to the end.
  const length = roundUp(
    Math.max(crossing * 1.3, crossing + pending, tier.short.milliseconds),
    evaluation,
  );
  world.pass(length, { errorRatio });
  const keep = tier.keepFiringFor.milliseconds;
  if (request) {
    const short = tier.short.milliseconds;
    world.pass(roundUp(short * 1.5, evaluation), {
      errorRatio: tier.threshold * 1.1,
    });
    firing(world.now, 1);
    const end = world.now;
    const quiet = firstAbove(
      (time) => (1.1 - 0.23 * (seen(time, step.milliseconds) / short)) * -1,
      -1,
      evaluation,
    );
    world.pass(short + keep, { errorRatio: tier.threshold * 0.87 });
    firing(end + quiet + keep - evaluation, 1);
    firing(end + quiet + keep, 0);
  } else {
    const end = world.now;
    const short = tier.short.milliseconds;
    const quiet = firstAbove(
      (time) => Math.min(1, (time - late) / short) - 1,
      // Too few bad seconds, which are rounded, resolve it too.
      -Math.max(
        tier.threshold,
        (Math.ceil(minimumRecentBadEvents(slo)) - 0.5) / tier.short.seconds,
      ),
      evaluation,
    );
    world.pass(short + keep + evaluation, { errorRatio: 0 });
    firing(end + quiet + keep - evaluation, 1);
    firing(end + quiet + keep, 0);
  }
  return {
    name: everyMinute
      ? "the course of an outage, every minute"
      : "the course of an outage",
    interval: step.toString(),
    evaluationInterval: at(evaluation),
    series: world.series,
    checks,
  };
}

const BASE = BASE_WINDOW.milliseconds;

/**
 * How much of the last segment the windows contain, in milliseconds: exact for whole base windows.
 * For one that has begun it is slightly more than has passed, since `rate` has one increase less
 * than samples and extrapolates.
 */
function seen(time: number, step: number): number {
  const whole = Math.floor(time / BASE) * BASE;
  const samples = BASE / step;
  return whole + ((time - whole) * samples) / (samples - 1);
}

function firstAbove(
  course: (time: number) => number,
  limit: number,
  evaluation: number,
): number {
  let time = evaluation;
  while (!(course(time) > limit)) time += evaluation;
  return time;
}

const roundUp = (value: number, unit: number): number =>
  Math.ceil(value / unit) * unit;
