import { days, hours, minutes, seconds } from "../../../../model/duration";
import type { Duration } from "../../../../model/duration";
import type {
  RecordingGroupDeclaration,
  RecordingRule,
} from "../../../../model/recording-rule";
import { counters, onTwoPods } from "../../../../patterns/counters";
import { shareOf } from "../../../../patterns/recording/shares";
import { burstsAround, provedRawWindow } from "../../../../patterns/windows";
import { forecastViews } from "../events";
import { netPromoterScore } from "./net-promoter-score";

/** Forecasts that were generated in a window, as people count them: a number, not a rate. */
const generated = (record: string, window: Duration): RecordingRule => {
  const counter = 'forecasts_generated_total{system="accubooks"}';
  const tier = (name: string) =>
    `forecasts_generated_total{system="accubooks", tier="${name}"}`;
  // increase() extrapolates before the first of sixty samples, and returns 60 for 59.
  const growth = burstsAround(window, { before: 590, within: 59 });
  return {
    record,
    expr: `sum(increase(${counter}[${window.toString()}]))`,
    proof: {
      cases: [
        {
          name: "sixty of each of two tiers in the first half of the window, on two pods; ten times as many before it, and elsewhere",
          series: counters([
            ...["FREE", "PRO"].flatMap((name) =>
              onTwoPods({ [tier(name)]: 1 }, growth),
            ),
            {
              example: { 'forecasts_generated_total{system="other"}': 1 },
              growth: burstsAround(window, { before: 590, within: 590 }),
            },
          ]),
          ...provedRawWindow(window),
          samples: [{ value: 120 }],
        },
      ],
    },
  };
};

const atLimit = "users_at_tier_limit";

/** What users do, over hours to weeks, and how many of them reached a limit. */
export const business: readonly RecordingGroupDeclaration[] = [
  {
    name: "accubooks-tiers",
    interval: seconds(30),
    rules: [
      {
        record: "accubooks:users_at_limit:ratio",
        expr: `sum(max by (tier) (${atLimit}{system="accubooks"}))
  / (sum(max by (tier) (users{system="accubooks"})) > 0)`,
        proof: {
          cases: [
            {
              // Fractions of a user: whole users would hide a guard of one instead of zero.
              name: "two tiers, of which each pod has read something else",
              series: {
                [`${atLimit}{system="accubooks", tier="FREE", pod="a"}`]:
                  "0.1x5",
                [`${atLimit}{system="accubooks", tier="FREE", pod="b"}`]:
                  "0.3x5",
                [`${atLimit}{system="accubooks", tier="PRO", pod="a"}`]:
                  "0.1x5",
                [`${atLimit}{system="accubooks", tier="PRO", pod="b"}`]:
                  "0.05x5",
                [`${atLimit}{system="other", tier="FREE", pod="c"}`]: "9x5",
                'users{system="accubooks", tier="FREE", pod="a"}': "0.6x5",
                'users{system="accubooks", tier="FREE", pod="b"}': "0.5x5",
                'users{system="accubooks", tier="PRO", pod="a"}': "0.1x5",
                'users{system="accubooks", tier="PRO", pod="b"}': "0.2x5",
                'users{system="other", tier="FREE", pod="c"}': "9x5",
              },
              at: minutes(5),
              samples: [{ value: 0.5 }],
            },
            {
              name: "no users yet",
              series: {
                [`${atLimit}{system="accubooks", tier="FREE", pod="a"}`]: "0x5",
                'users{system="accubooks", tier="FREE", pod="a"}': "0x5",
              },
              at: minutes(5),
              samples: [],
            },
          ],
        },
      },
    ],
  },
  {
    name: "accubooks-business",
    interval: minutes(2),
    rules: [
      generated("accubooks:forecasts:increase1h", hours(1)),
      generated("accubooks:forecasts:increase24h", hours(24)),
      shareOf({
        record: "accubooks:trust_layer_usage:ratio_1d",
        part: 'forecast_views_total{system="accubooks", trust_layer_used="true"}',
        whole: forecastViews.total,
        examples: {
          inside: forecastViews.examples.good,
          outside: forecastViews.examples.bad,
        },
        window: days(1),
        over: "increase",
      }),
      shareOf({
        record: "accubooks:trust:ratio_7d",
        part: 'forecast_trust_feedback_total{system="accubooks", trusted="true"}',
        whole: 'forecast_trust_feedback_total{system="accubooks"}',
        examples: {
          inside: {
            'forecast_trust_feedback_total{system="accubooks", trusted="true"}': 1,
          },
          outside: {
            'forecast_trust_feedback_total{system="accubooks", trusted="false"}': 1,
          },
        },
        window: days(7),
        over: "increase",
      }),
      netPromoterScore,
    ],
  },
];
