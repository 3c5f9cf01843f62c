import { days, minutes, seconds } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { SloDeclaration } from "../../../model/slo";
import { eventSlo, latencySlo } from "../../../patterns/slos";
import { latency, requests } from "./events";

/** nebula's SLOs: availability, latency, and accurate cost forecasts. */
export const slos: readonly SloDeclaration[] = [
  eventSlo({
    name: "api-availability",
    description: "The API answers without a server error.",
    unit: "requests",
    objective: percent(99.9),
    statedBudget: minutes(43.2),
    events: requests,
    bad: "nebula:api_errors:rate5m",
    total: "nebula:api_requests:rate5m",
    outage: { probe: "health" },
    page: "P0",
  }),
  latencySlo({
    name: "api-latency-p99-100ms",
    description: "The API answers within a tenth of a second.",
    unit: "requests",
    objective: percent(99),
    period: days(7),
    statedBudget: minutes(100.8),
    observations: latency,
    buckets: "nebula:api_request_duration_seconds_bucket:rate5m",
    within: seconds(0.1),
    page: "P1",
  }),
  {
    kind: "value",
    name: "cost-forecast-accuracy",
    description: "A day costs what was forecast.",
    objective: percent(95),
    statedBudget: minutes(2160),
    bad: "1 - nebula:cost_forecast_accuracy:ratio",
    total: "nebula:cost_forecast_accuracy:ratio * 0 + 1",
    volume: "low",
    page: "P3",
    examples: {
      good: {
        'cloud_cost_forecast_dollars{system="nebula", project="web"}': 100,
        'cloud_cost_actual_dollars{system="nebula", project="web"}': 100,
      },
      // Off by the whole cost.
      bad: {
        'cloud_cost_forecast_dollars{system="nebula", project="web"}': 200,
        'cloud_cost_actual_dollars{system="nebula", project="web"}': 100,
      },
    },
  },
];
