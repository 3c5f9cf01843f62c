import { days, minutes, seconds } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { SloDeclaration } from "../../../model/slo";
import { eventSlo, latencySlo } from "../../../patterns/slos";
import { inferences, latency } from "./events";

/** sentinel's SLOs: availability, latency, and models as accurate as at their release. */
export const slos: readonly SloDeclaration[] = [
  eventSlo({
    name: "inference-availability",
    description: "An inference ends without an error.",
    unit: "inferences",
    objective: percent(99),
    period: days(7),
    statedBudget: minutes(100.8),
    events: inferences,
    bad: "sentinel:inference_errors:rate5m",
    total: "sentinel:inference_requests:rate5m",
    outage: { probe: "health" },
    page: "P0",
  }),
  latencySlo({
    name: "inference-latency-p99-500ms",
    description: "An inference takes half a second at most.",
    unit: "inferences",
    objective: percent(99),
    period: days(7),
    statedBudget: minutes(100.8),
    observations: latency,
    buckets: "sentinel:inference_duration_seconds_bucket:rate5m",
    within: seconds(0.5),
    page: "P1",
  }),
  {
    kind: "value",
    name: "model-accuracy-maintenance",
    description: "A model in service is as right as when it was released.",
    objective: percent(95),
    statedBudget: minutes(2160),
    groupBy: ["model"],
    bad: "1 - sentinel:model_accuracy_to_baseline:ratio",
    total: "sentinel:model_accuracy_to_baseline:ratio * 0 + 1",
    volume: "low",
    page: "P1",
    examples: {
      good: {
        'model_accuracy_ratio{system="sentinel", model="fraud", version="7"}': 0.9,
        'model_accuracy_baseline_ratio{system="sentinel", model="fraud"}': 0.9,
      },
      // No prediction is right.
      bad: {
        'model_accuracy_ratio{system="sentinel", model="fraud", version="7"}': 0,
        'model_accuracy_baseline_ratio{system="sentinel", model="fraud"}': 0.9,
      },
    },
  },
];
