import { minutes } from "../../model/duration";
import { minimumBadEvents } from "../../model/slo";
import { SLO_SERIES } from "../../prometheus/slo/slo-series";
import type { ProofTest } from "../proof-subject";
import type { TierUnderTest } from "./tier-under-test";
import { at } from "./world";

/** Distance from each limit: far enough for rounding errors, closer than any mistake. */
const NEAR = 0.01;

const EVALUATION = minutes(5);

/**
 * Tests each condition of a tier just above and just below its limit, with given windows. Raw
 * series cannot produce such values where moments are measured: sampled every thirty seconds, a
 * short window is bad in steps of a tenth, and thresholds lie between.
 */
export function armTests(subject: TierUnderTest): readonly ProofTest[] {
  const { tier, system, slo } = subject;
  const labels = `{system="${system}", slo="${slo.name}"}`;
  const time = tier.for.milliseconds + EVALUATION.milliseconds;
  const minimum = minimumBadEvents(slo) / tier.long.seconds;
  const given = (
    name: string,
    count: 0 | 1,
    side: {
      readonly long?: number;
      readonly short?: number;
      readonly events?: number;
    },
  ): ProofTest => ({
    name,
    interval: EVALUATION.toString(),
    evaluationInterval: EVALUATION.toString(),
    alone: true,
    series: Object.fromEntries(
      (
        [
          [SLO_SERIES.errorRatio(tier.long), tier.threshold, side.long],
          [SLO_SERIES.errorRatio(tier.short), tier.threshold, side.short],
          [SLO_SERIES.events("bad", tier.long), minimum, side.events],
        ] as const
      ).map(([series, limit, factor = 1 + NEAR]) => [
        `${series}${labels}`,
        `${String(limit * factor)}x${String(time / EVALUATION.milliseconds)}`,
      ]),
    ),
    checks: [{ kind: "firing", at: at(time), count }],
  });
  return [
    given("every arm is just above its limit", 1, {}),
    given("the long window is just below its threshold", 0, { long: 1 - NEAR }),
    given("the short window is just below its threshold", 0, {
      short: 1 - NEAR,
    }),
    ...(minimum > 0
      ? [
          given("too few bad events, by a small margin", 0, {
            events: 1 - NEAR,
          }),
        ]
      : []),
  ];
}
