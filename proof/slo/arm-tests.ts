import { minutes } from "../../model/duration";
import {
  minimumBadEvents,
  minimumEvents,
  minimumRecentBadEvents,
} from "../../model/slo";
import { tierNumbers } from "../../prometheus/slo/alert-texts";
import { SLO_SERIES } from "../../prometheus/slo/slo-series";
import type { ProofCheck, ProofTest } from "../proof-subject";
import { expectedAlert, groupByLabels } from "./expected-alert";
import type { TierUnderTest } from "./tier-under-test";
import { at } from "./world";

/** Distance from each limit: far enough for rounding errors, closer than any mistake. */
const NEAR = 0.01;

const EVALUATION = minutes(5);

/** What is left of the budget in the message. */
const REMAINING = 0.375;

/** What lies beside a limit of each condition. @default slightly above */
interface Sides {
  readonly long?: number;
  readonly short?: number;
  readonly bad?: number;
  readonly recentBad?: number;
  readonly all?: number;
}

/** The least estimate that is rounded to this many events. */
const rounded = (count: number): number => Math.ceil(count) - 0.5;

/**
 * Tests each condition of a tier just above and just below its limit, with given windows, and the
 * whole message. Raw series cannot produce such values where moments are measured: sampled every
 * thirty seconds, a short window is bad in steps of a tenth, and thresholds lie between.
 */
export function armTests(subject: TierUnderTest): readonly ProofTest[] {
  const { tier, system, slo } = subject;
  const groups = Object.entries(groupByLabels(slo)).map(
    ([label, value]) => `, ${label}="${value}"`,
  );
  const labels = `{system="${system}", slo="${slo.name}"${groups.join("")}}`;
  const time = tier.for.milliseconds + EVALUATION.milliseconds;
  const minimum = minimumBadEvents(slo);
  const valuesOf = (sides: Sides) => {
    const limited = (limit: number, factor = 1 + NEAR): number =>
      limit * factor;
    return {
      long: limited(tier.threshold, sides.long),
      short: limited(tier.threshold, sides.short),
      bad: limited(rounded(minimum), sides.bad),
      recentBad: limited(rounded(minimumRecentBadEvents(slo)), sides.recentBad),
      all: limited(rounded(minimumEvents(slo)), sides.all),
      recentAll: minimum * 3,
    };
  };
  const given = (
    name: string,
    sides: Sides,
    checks: readonly ProofCheck[],
  ): ProofTest => {
    const values = valuesOf(sides);
    return {
      name,
      interval: EVALUATION.toString(),
      evaluationInterval: EVALUATION.toString(),
      alone: true,
      series: Object.fromEntries(
        (
          [
            [SLO_SERIES.errorRatio(tier.long), values.long],
            [SLO_SERIES.errorRatio(tier.short), values.short],
            [
              SLO_SERIES.events("bad", tier.long),
              values.bad / tier.long.seconds,
            ],
            [
              SLO_SERIES.events("bad", tier.short),
              values.recentBad / tier.short.seconds,
            ],
            [
              SLO_SERIES.events("total", tier.long),
              values.all / tier.long.seconds,
            ],
            [
              SLO_SERIES.events("total", tier.short),
              values.recentAll / tier.short.seconds,
            ],
            [SLO_SERIES.budgetRemaining, REMAINING],
          ] as const
        ).map(([series, value]) => [
          `${series}${labels}`,
          `${String(value)}x${String(time / EVALUATION.milliseconds)}`,
        ]),
      ),
      checks,
    };
  };
  const quiet = (name: string, sides: Sides): ProofTest =>
    given(name, sides, [{ kind: "firing", at: at(time), count: 0 }]);
  const values = valuesOf({});
  const { bad, total, remaining } = tierNumbers(tier, slo, system);
  return [
    given("every arm is just above its limit", {}, [
      {
        kind: "alerts",
        at: at(time),
        alerts: [
          expectedAlert(subject, values.long, [
            [bad[0], Math.round(values.bad)],
            [bad[1], Math.round(values.recentBad)],
            [total[0], Math.round(values.all)],
            [total[1], values.recentAll],
            [remaining, REMAINING],
          ]),
        ],
      },
    ]),
    quiet("the long window is just below its threshold", { long: 1 - NEAR }),
    quiet("the short window is just below its threshold", { short: 1 - NEAR }),
    ...(minimum > 0
      ? [
          quiet("too few bad events, by a small margin", { bad: 1 - NEAR }),
          quiet("too few of them recently", { recentBad: 1 - NEAR }),
          quiet("too few events", { all: 1 - NEAR }),
        ]
      : []),
  ];
}
