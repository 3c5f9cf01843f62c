import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import {
  always,
  bySet,
  never,
  observedOf,
  perDay,
  perHour,
  perMinute,
  perSecond,
  scheduled,
} from "../../../model/typical/typical";
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
    typical: bySet({ 'model="churn"': never }),
  }),
  model_data_quality_score: gauge({
    help: "Share of a training data set that passed its checks, 0 to 1, as the last run saw it",
    labels: { model: models, dataset: datasets },
    typical: bySet({
      'model="churn",dataset="customers"': always(0.968),
      'model="fraud",dataset="customers"': always(0.968),
      'model="fraud",dataset="payments"': always(0.991),
    }),
  }),
  model_feature_importance: gauge({
    help: "Weight of a feature in the current version of a model, 0 to 1; the fifty greatest",
    labels: { model: models, feature: features },
    typical: bySet({
      'model="churn",feature="age_days"': always(0.31),
      'model="churn",feature="amount"': always(0.12),
      'model="fraud",feature="age_days"': always(0.17),
      'model="fraud",feature="amount"': always(0.42),
    }),
  }),
  model_prediction_confidence: histogram({
    help: "How sure a model is of a prediction, 0 to 1",
    labels: { model: models },
    buckets: confidence.buckets,
    typical: observedOf("model_inference_requests_total", {
      least: 0.4,
      p50: 0.87,
      p95: 0.97,
      p99: 0.98,
    }),
  }),
  model_inference_requests_total: counter({
    help: "Requests for an inference, by how they ended (success, error)",
    labels: {
      model: models,
      version: versions,
      status: values("success", "error"),
    },
    typical: bySet({
      'model="churn",version="6",status="success"': perSecond(4),
      'model="fraud",version="6",status="success"': perSecond(2),
      'model="fraud",version="7",status="success"': perSecond(34),
      'model="fraud",version="7",status="error"': perMinute(3),
    }),
  }),
  model_inference_duration_seconds: histogram({
    help: "Time of an inference, in seconds",
    labels: { model: models, version: versions },
    buckets: latency.buckets,
    typical: observedOf("model_inference_requests_total", {
      p50: 0.06,
      p95: 0.18,
      p99: 0.3,
    }),
  }),
  model_accuracy_ratio: gauge({
    help: "Share of predictions that the last evaluation found right, 0 to 1; versions in service only",
    labels: { model: models, version: versions },
    typical: bySet({
      'model="churn",version="6"': always(0.912),
      'model="fraud",version="6"': always(0.949),
      'model="fraud",version="7"': always(0.961),
    }),
    retention: "long",
  }),
  model_accuracy_baseline_ratio: gauge({
    help: "The same share as it was when the model was released, 0 to 1",
    labels: { model: models },
    typical: bySet({
      'model="churn"': always(0.918),
      'model="fraud"': always(0.958),
    }),
    retention: "long",
  }),
  model_drift_checks_total: counter({
    help: "Comparisons of what a model sees with what it was trained on",
    labels: { model: models },
    typical: scheduled(perHour(8)),
  }),
  model_drift_detected_total: counter({
    help: "Those comparisons that found a difference",
    appears: "after the first difference",
    labels: { model: models },
    typical: bySet({ 'model="fraud"': never }),
  }),
  model_training_runs_total: counter({
    help: "Trainings that ended, however they ended",
    labels: { model: models },
    typical: scheduled(perDay(2)),
  }),
};
