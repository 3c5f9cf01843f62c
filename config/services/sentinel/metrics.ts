import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import { confidence, latency } from "./events";

const models = open({ upTo: 12, examples: ["churn", "fraud"] });
const versions = open({ upTo: 3, examples: ["6", "7"] });
const datasets = open({ upTo: 5, examples: ["payments", "customers"] });
/** Of a model's features only the fifty that weigh most. */
const features = open({ upTo: 50, examples: ["amount", "age_days"] });

/** Metrics of sentinel at `/metrics`: inference, model quality, and training. */
export const metrics: MetricContract = {
  model_training_failures_total: counter({
    help: "Trainings that failed",
    appears: "after the first failed training",
    labels: { model: models },
  }),
  model_data_quality_score: gauge({
    help: "Share of a training data set that passed its checks, 0 to 1, as the last run saw it",
    labels: { model: models, dataset: datasets },
  }),
  model_feature_importance: gauge({
    help: "Weight of a feature in the current version of a model, 0 to 1; the fifty greatest",
    labels: { model: models, feature: features },
  }),
  model_prediction_confidence: histogram({
    help: "How sure a model is of a prediction, 0 to 1",
    labels: { model: models },
    buckets: confidence.buckets,
  }),
  model_inference_requests_total: counter({
    help: "Requests for an inference, by how they ended (success, error)",
    labels: {
      model: models,
      version: versions,
      status: values("success", "error"),
    },
  }),
  model_inference_duration_seconds: histogram({
    help: "Time of an inference, in seconds",
    labels: { model: models, version: versions },
    buckets: latency.buckets,
  }),
  model_accuracy_ratio: gauge({
    help: "Share of predictions that the last evaluation found right, 0 to 1; versions in service only",
    labels: { model: models, version: versions },
    retention: "long",
  }),
  model_accuracy_baseline_ratio: gauge({
    help: "The same share as it was when the model was released, 0 to 1",
    labels: { model: models },
    retention: "long",
  }),
  model_drift_checks_total: counter({
    help: "Comparisons of what a model sees with what it was trained on",
    labels: { model: models },
  }),
  model_drift_detected_total: counter({
    help: "Those comparisons that found a difference",
    appears: "after the first difference",
    labels: { model: models },
  }),
  model_training_runs_total: counter({
    help: "Trainings that ended, however they ended",
    labels: { model: models },
  }),
};
