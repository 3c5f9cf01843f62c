import type { AlertDeclaration } from "../../../../model/alert";
import type { InputSeries } from "../../../../model/alert-proof";
import { hours, minutes } from "../../../../model/duration";
import { percent, ratio } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { gaugeLimit } from "../../../../patterns/alerts/gauge-limit";
import { gaugeRatioLimit } from "../../../../patterns/alerts/gauge-ratio-limit";
import { countAbove } from "../../../../patterns/alerts/count-above";
import { counters } from "../../../../patterns/counters";
import { bucketExample } from "../../../../patterns/observations";
import { accuracy, confidence, drift, training } from "../events";

/**
 * Six hundred predictions a minute, a share of them with a confidence below 0.6, none below 0.5.
 */
const unsure = (share: number, minutesLong: number): InputSeries =>
  counters([
    {
      example: bucketExample(
        confidence,
        [
          [0.5, 0],
          [0.6, share],
          [0.7, 1],
          [Infinity, 1],
        ],
        { pod: "a" },
      ),
      growth: [[minutesLong, 640]],
    },
  ]);

/** Model quality has dropped, or retraining fails. */
export const modelAlerts: readonly AlertDeclaration[] = [
  countAbove({
    bornAtFirstEvent: { system: "sentinel" },
    name: "SentinelModelDriftDetected",
    counter: drift.detected,
    example: {
      'model_drift_detected_total{system="sentinel", model="fraud"}': 1,
    },
    by: ["model"],
    window: hours(1),
    limit: { name: "detections", value: count(0, "detections in an hour") },
    for: minutes(0),
    priority: "P2",
    summary: "Drift detected for model {{ $labels.model }}",
    description:
      "Within the last hour the input of {{ $labels.model }} has been found to differ from what it was trained with: its predictions may be wrong.",
    action: "Compare the model's confidence and accuracy with last week's.",
    runbook: "sentinel/model-drift#sentinelmodeldriftdetected",
  }),
  gaugeRatioLimit({
    name: "SentinelModelAccuracyDegraded",
    ratio: "sentinel:model_accuracy_to_baseline:ratio",
    gauges: {
      part: accuracy.now,
      whole: accuracy.baseline,
      aggregation: "max",
      by: ["model"],
      labels: { model: "fraud" },
    },
    limit: { name: "ofBaseline", value: percent(95), comparison: "<" },
    for: minutes(15),
    priority: "P1",
    summary:
      "Model {{ $labels.model }} reaches only {{ $value | humanizePercentage }} of its baseline accuracy (limit 95 %)",
    description:
      "For 15 minutes the model has been right less often than 95 % of what its baseline was: its predictions mislead.",
    action: "Go back to the version before, where it is better.",
    runbook: "sentinel/model-accuracy",
  }),
  countAbove({
    bornAtFirstEvent: { system: "sentinel" },
    name: "SentinelTrainingFailures",
    counter: training.failures,
    example: {
      'model_training_failures_total{system="sentinel", model="fraud"}': 1,
    },
    by: ["model"],
    window: hours(6),
    // Two or more: increase() returns slightly more than the true number, so the limit is between
    // whole numbers.
    limit: { name: "failures", value: count(1.5, "failures in 6 hours") },
    for: minutes(0),
    priority: "P2",
    summary: "Training of {{ $labels.model }} failed repeatedly",
    description:
      "At least 2 trainings of {{ $labels.model }} have failed within 6 hours: the model that serves grows old.",
    action: "Read the log of the last training.",
    runbook: "sentinel/training",
  }),
  gaugeLimit({
    name: "SentinelTrainingDataQualityLow",
    gauge: 'model_data_quality_score{system="sentinel"}',
    aggregation: "min",
    by: ["model", "dataset"],
    labels: { model: "fraud", dataset: "payments" },
    limit: {
      name: "score",
      value: count(0.9, "score, 0 to 1"),
      comparison: "<",
    },
    for: minutes(30),
    priority: "P2",
    summary: "Training data quality of {{ $labels.dataset }} is {{ $value }}",
    description:
      "The data set {{ $labels.dataset }} that {{ $labels.model }} is trained with scores {{ $value }} of 1.",
    action: "Hold back the next training, and find the check that fails.",
    runbook: "sentinel/data-quality",
  }),
  {
    name: "SentinelPredictionConfidenceLow",
    expr: "sentinel:prediction_confidence:median_1h < {confidence}",
    thresholds: { confidence: ratio(0.6) },
    for: hours(1),
    priority: "P2",
    summary: "Median confidence of {{ $labels.model }} is {{ $value }}",
    description:
      "For an hour half of its predictions have had a confidence below 0.6.",
    action: "See whether the input changed or the version.",
    runbook: "sentinel/model-drift#sentinelpredictionconfidencelow",
    proof: {
      fires: [
        {
          // Half of all lies in the first five eighths of the bucket from 0.5 to 0.6, counted from
          // below: 0.58.
          series: unsure(0.625, 120),
          before: "nothing",
          // A rate needs two samples.
          at: minutes(61),
          expect: [
            {
              labels: { model: "fraud" },
              summary: "Median confidence of fraud is 0.58",
            },
          ],
          resolves: {
            series: counters([
              {
                example: bucketExample(
                  confidence,
                  [
                    [0.5, 0],
                    [0.6, 0],
                    [0.7, 1],
                    [Infinity, 1],
                  ],
                  { pod: "a" },
                ),
                growth: [[10, 640_000]],
              },
            ]),
            after: minutes(1),
          },
        },
      ],
      quiet: [
        // Exactly half have a confidence of 0.6.
        { series: unsure(0.5, 180), at: minutes(180) },
      ],
    },
  },
];
