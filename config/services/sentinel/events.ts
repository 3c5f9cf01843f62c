import type { Example } from "../../../model/slo";
import type { Events } from "../../../patterns/events";
import type { Observations } from "../../../patterns/observations";

const inference = (status: "success" | "error"): Example => ({
  [`model_inference_requests_total{system="sentinel", model="fraud", version="7", status="${status}"}`]: 1,
});

/** Inference requests; an error is bad. */
export const inferences: Events = {
  total: 'model_inference_requests_total{system="sentinel"}',
  bad: 'model_inference_requests_total{system="sentinel", status="error"}',
  examples: { good: inference("success"), bad: inference("error") },
};

/** How long inferences take. */
export const latency: Observations = {
  histogram: "model_inference_duration_seconds",
  matchers: 'system="sentinel"',
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
};

/** Confidence of each model's predictions, 0 to 1. */
export const confidence: Observations = {
  histogram: "model_prediction_confidence",
  matchers: 'system="sentinel"',
  by: ["model"],
  labels: { model: "fraud" },
  buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
};

/** Accuracy of a deployed model, now and at its release. */
export const accuracy = {
  now: 'model_accuracy_ratio{system="sentinel"}',
  baseline: 'model_accuracy_baseline_ratio{system="sentinel"}',
} as const;

/** Comparisons of a model's inputs with its training data, and those that found drift. */
export const drift = {
  checks: 'model_drift_checks_total{system="sentinel"}',
  detected: 'model_drift_detected_total{system="sentinel"}',
} as const;

/** Trainings, and those that failed. */
export const training = {
  runs: 'model_training_runs_total{system="sentinel"}',
  failures: 'model_training_failures_total{system="sentinel"}',
} as const;
