import { days, hours, minutes } from "../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../model/recording-rule";
import {
  bucketRate,
  percentileNow,
  percentileOver,
  percentileRaw,
} from "../../../patterns/recording/percentiles";
import { errorRate, eventRate } from "../../../patterns/recording/rates";
import { ratioNow, ratioOver } from "../../../patterns/recording/ratios";
import { shareOf } from "../../../patterns/recording/shares";
import { accuracyRules } from "./recording-rules/accuracy";
import { confidence, drift, inferences, latency, training } from "./events";

const inference = {
  events: inferences,
  bad: "sentinel:inference_errors:rate5m",
  total: "sentinel:inference_requests:rate5m",
};
const availability = { ...inference, shows: "good" } as const;
const slow = {
  observations: latency,
  buckets: "sentinel:inference_duration_seconds_bucket:rate5m",
  quantile: 0.99,
};
const ofModel = (metric: string): string =>
  `${metric}{system="sentinel", model="fraud"}`;
const checked = { [ofModel("model_drift_checks_total")]: 1 };
const trained = { [ofModel("model_training_runs_total")]: 1 };

/**
 * Rates, ratios and percentiles that alerts and the page share. A rule reads only rules above it.
 */
export const recording: readonly RecordingGroupDeclaration[] = [
  {
    name: "sentinel-inference",
    rules: [
      eventRate({
        record: inference.total,
        events: inferences,
      }),
      errorRate({
        record: inference.bad,
        events: inferences,
      }),
      ratioNow({
        record: "sentinel:inference_availability:ratio_rate5m",
        ...availability,
      }),
      ratioOver({
        record: "sentinel:inference_availability:ratio_rate1h",
        ...availability,
        window: hours(1),
      }),
      ratioOver({
        record: "sentinel:inference_availability:ratio_rate7d",
        ...availability,
        window: days(7),
      }),
      bucketRate({
        record: slow.buckets,
        observations: latency,
      }),
      percentileNow({
        record: "sentinel:inference_duration_seconds:p99_5m",
        ...slow,
      }),
      percentileOver({
        record: "sentinel:inference_duration_seconds:p99_7d",
        ...slow,
        window: days(7),
      }),
    ],
  },
  {
    name: "sentinel-models",
    rules: [
      ...accuracyRules,
      percentileRaw({
        record: "sentinel:prediction_confidence:median_1h",
        observations: confidence,
        quantile: 0.5,
        window: hours(1),
      }),
    ],
  },
  {
    name: "sentinel-training",
    interval: minutes(2),
    rules: [
      shareOf({
        record: "sentinel:model_drift_detection:ratio_7d",
        part: drift.detected,
        whole: drift.checks,
        examples: {
          inside: { ...checked, [ofModel("model_drift_detected_total")]: 1 },
          outside: checked,
        },
        by: ["model"],
        window: days(7),
        over: "increase",
      }),
      shareOf({
        record: "sentinel:training_success:ratio_7d",
        part: training.failures,
        whole: training.runs,
        examples: {
          inside: { ...trained, [ofModel("model_training_failures_total")]: 1 },
          outside: trained,
        },
        by: ["model"],
        window: days(7),
        over: "increase",
        shows: "rest",
      }),
    ],
  },
];
