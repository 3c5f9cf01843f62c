import { days, hours, minutes } from "../../../../model/duration";
import type { RecordingRule } from "../../../../model/recording-rule";

const forecast = (project: string): string =>
  `cloud_cost_forecast_dollars{system="nebula", project="${project}"}`;
const actual = (project: string): string =>
  `cloud_cost_actual_dollars{system="nebula", project="${project}"}`;

/** Forecasts and costs of others must not count. */
const others = {
  'cloud_cost_forecast_dollars{system="other", project="web"}': "7x5",
  'cloud_cost_actual_dollars{system="other", project="web"}': "5x5",
};

/** Accuracy of a day's forecast: 1 if exact, 0 if off by the whole cost or more. */
export const costRules: readonly RecordingRule[] = [
  {
    record: "nebula:cost_forecast_accuracy:ratio",
    expr: `1 - clamp_max(
  abs(sum(cloud_cost_forecast_dollars{system="nebula"}) - sum(cloud_cost_actual_dollars{system="nebula"}))
    / (sum(cloud_cost_actual_dollars{system="nebula"}) > 0), 1)`,
    proof: {
      cases: [
        {
          // Less than a dollar in all, which a guard of one dollar would hide.
          name: "a tenth too little, with a project that nobody forecast",
          series: {
            ...others,
            [forecast("web")]: "0.5x5",
            [forecast("data")]: "0.22x5",
            [actual("web")]: "0.4x5",
            [actual("data")]: "0.3x5",
            [actual("trial")]: "0.1x5",
          },
          at: minutes(5),
          samples: [{ value: 0.9 }],
        },
        {
          name: "three times as much was forecast",
          series: { [forecast("web")]: "30x5", [actual("web")]: "10x5" },
          at: minutes(5),
          samples: [{ value: 0 }],
        },
        {
          name: "the day cost nothing",
          series: { [forecast("web")]: "10x5", [actual("web")]: "0x5" },
          at: minutes(5),
          samples: [],
        },
      ],
    },
  },
  {
    record: "nebula:cost_forecast_accuracy:avg30d",
    expr: "avg_over_time(nebula:cost_forecast_accuracy:ratio[30d])",
    proof: {
      cases: [
        {
          name: "half right for a month, then 90 % for two weeks and 70 % for two more",
          series: {
            [forecast("web")]: "50x60 90x29 70x29",
            [actual("web")]: "100x120",
          },
          interval: hours(12),
          evaluation: hours(12),
          at: days(60),
          samples: [{ value: 0.8 }],
        },
      ],
    },
  },
];
