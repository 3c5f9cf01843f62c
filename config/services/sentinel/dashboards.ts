import type { DashboardDeclaration } from "../../../model/dashboard";
import { percent } from "../../../model/ratio";
import { lines, numbers, redAbove, redBelow } from "../../../patterns/panels";

/** sentinel's inference and model quality. */
export const dashboards: readonly DashboardDeclaration[] = [
  {
    uid: "sentinel",
    title: "sentinel-ai-engine",
    description:
      "How inference does, what the models are worth, and their training",
    panels: [
      numbers({
        id: "inference-availability-7-d-1-h-5-m",
        number: 1,
        title: "Inference availability (7 d, 1 h, 5 m)",
        unit: "percentunit",
        decimals: 2,
        thresholds: redBelow({
          alert: "SentinelInferenceAvailabilitySloViolation",
          threshold: "objective",
        }),
        shows: {
          "7 d": "sentinel:inference_availability:ratio_rate7d",
          "1 h": "sentinel:inference_availability:ratio_rate1h",
          "5 m": "sentinel:inference_availability:ratio_rate5m",
        },
        description: "Share of inferences that ended without an error",
        noValue: "No inferences",
        width: 12,
      }),
      lines({
        id: "inference-latency-p99",
        number: 2,
        title: "Inference latency P99",
        unit: "s",
        thresholds: redAbove({
          alert: "SentinelInferenceLatencySloViolation",
          threshold: "p99",
        }),
        shows: {
          "5 m": "sentinel:inference_duration_seconds:p99_5m",
          "7 d": "sentinel:inference_duration_seconds:p99_7d",
        },
        description: "Time within which 99 % of inferences ended",
        noValue: "No inferences",
      }),
      lines({
        id: "inference-rate-by-model",
        number: 3,
        title: "Inference rate by model",
        unit: "reqps",
        shows: {
          "{{model}}":
            'sum by (model) (rate(model_inference_requests_total{system="sentinel"}[$__rate_interval]))',
        },
        description: "Inferences per second that each model is asked for",
        noValue: "No inferences counted",
      }),
      lines({
        id: "model-accuracy-by-model-and-version",
        number: 4,
        title: "Model accuracy by model and version",
        unit: "percentunit",
        shows: {
          "{{model}} {{version}}": "sentinel:model_accuracy:current",
        },
        description:
          "Share of predictions that the last evaluation of each version in service found right",
        noValue: "No evaluation",
      }),
      {
        id: "accuracy-to-baseline",
        number: 5,
        title: "Accuracy to baseline",
        // Nearly all models are near 100 %: on an axis from 0, all bars would look alike.
        visualisation: { kind: "bargauge", min: 0.8, max: 1 },
        unit: "percentunit",
        thresholds: redBelow({
          alert: "SentinelModelAccuracyDegraded",
          threshold: "ofBaseline",
        }),
        queries: [
          {
            expr: "sentinel:model_accuracy_to_baseline:ratio",
            legend: "{{model}}",
          },
        ],
        description:
          "How right the worst version of each model is, compared with its release; 100 % is as right as then, and a bar begins at 80 %",
        noValue: "No model has a baseline",
      },
      lines({
        id: "drift-detection-rate-7-d",
        number: 6,
        title: "Drift detection rate (7 d)",
        unit: "percentunit",
        shows: {
          "{{model}}": "sentinel:model_drift_detection:ratio_7d",
        },
        description:
          "Share of the last 7 days' drift checks that found a difference",
        noValue: "No drift checks in 7 days",
      }),
      numbers({
        id: "training-success-7-d",
        number: 7,
        title: "Training success (7 d)",
        unit: "percentunit",
        thresholds: {
          kind: "steps",
          base: "red",
          steps: [{ colour: "green", from: percent(90) }],
        },
        shows: { "{{model}}": "sentinel:training_success:ratio_7d" },
        description: "Share of the last 7 days' trainings that did not fail",
        noValue: "No trainings in 7 days",
        width: 12,
      }),
      {
        id: "feature-importance-top-20",
        number: 8,
        title: "Feature importance (top 20)",
        visualisation: { kind: "bargauge", min: 0, max: 1 },
        unit: "short",
        queries: [
          {
            expr: 'topk(20, max by (model, feature) (model_feature_importance{system="sentinel"}))',
            legend: "{{model}} {{feature}}",
          },
        ],
        description: "The twenty features that weigh most in their models",
        noValue: "No model reports its features",
      },
      {
        id: "prediction-confidence",
        number: 9,
        title: "Prediction confidence",
        visualisation: { kind: "heatmap" },
        unit: "short",
        queries: [
          {
            expr: 'sum by (le) (increase(model_prediction_confidence_bucket{system="sentinel"}[$__rate_interval]))',
            legend: "{{le}}",
          },
        ],
        description:
          "How many predictions were how sure, 0 to 1, all models together",
        noValue: "No predictions",
      },
      lines({
        id: "training-data-quality",
        number: 10,
        title: "Training data quality",
        unit: "short",
        thresholds: redBelow({
          alert: "SentinelTrainingDataQualityLow",
          threshold: "score",
        }),
        shows: {
          "{{model}} {{dataset}}":
            'min by (model, dataset) (model_data_quality_score{system="sentinel"})',
        },
        description:
          "Share of each training data set that passed its checks, 0 to 1",
        noValue: "No data set is scored",
      }),
    ],
  },
];
