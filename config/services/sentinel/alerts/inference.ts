import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes, seconds } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { percentileBroken } from "../../../../patterns/alerts/percentile-limit";
import { objectiveMissed } from "../../../../patterns/alerts/ratio-limit";
import { metricsAbsent, systemDown } from "../../../../patterns/alerts/absence";
import { inferences, latency } from "../events";

/** Inference breaches its SLOs, or its metrics are absent. */
export const inferenceAlerts: readonly AlertDeclaration[] = [
  objectiveMissed({
    name: "SentinelInferenceAvailabilitySloViolation",
    events: inferences,
    period: "sentinel:inference_availability:ratio_rate7d",
    now: {
      ratio: "sentinel:inference_availability:ratio_rate1h",
      window: hours(1),
    },
    objective: percent(99),
    all: {
      rate: "sentinel:inference_requests:rate5m",
      bad: "inferences ended with an error",
    },
    bad: {
      rate: "sentinel:inference_errors:rate5m",
      // At least five, as its error budget asks for too: one at night is chance.
      minimum: { name: "failures", value: count(4.5, "errors in an hour") },
    },
    for: minutes(5),
    priority: "P0",
    condition: "inference-availability",
    summary:
      "Inference availability over 7 days below 99 % and still bad in the last hour",
    description:
      "{{ $value | humanizePercentage }} of the last 7 days' inferences ended without an error, and in the last hour the share was below the objective, with at least 5 errors.",
    action: "Find the model and version that fails.",
    runbook: "sentinel/inference-availability",
  }),
  percentileBroken({
    name: "SentinelInferenceLatencySloViolation",
    quantile: 0.99,
    observations: latency,
    period: "sentinel:inference_duration_seconds:p99_7d",
    now: {
      percentile: "sentinel:inference_duration_seconds:p99_5m",
      window: minutes(5),
    },
    limit: { name: "p99", value: seconds(0.5) },
    for: minutes(10),
    priority: "P1",
    condition: "inference-latency",
    summary: "P99 inference latency above 500 ms over 7 days and now",
    description:
      "One in a hundred of the last 7 days' inferences took longer than {{ $value | humanizeDuration }}, and it is as slow now.",
    action: "Find the model that is slow, and whether it waits or computes.",
    runbook: "sentinel/inference-latency",
  }),
  systemDown({
    name: "SentinelDown",
    key: "sentinel",
    for: minutes(2),
    priority: "P0",
    condition: "system-down",
    summary: "sentinel is down",
    description:
      "The probe of its health has failed or has been missing for 2 minutes: no pod answers, or no model is loaded.",
    action: "See whether the pods are ready or still load their models.",
    causes: ["inference-availability"],
    runbook: "sentinel/down",
  }),
  metricsAbsent({
    name: "SentinelMetricsAbsent",
    key: "sentinel",
    apps: ["sentinel-api"],
    metric: 'model_inference_requests_total{system="sentinel"}',
    for: minutes(10),
    priority: "P1",
    summary: "No metrics from sentinel",
    description:
      "No target of sentinel is scraped, or none counts inferences: its other alerts are blind.",
    action: "Read the scrape error on the targets page of Prometheus.",
    runbook: "sentinel/metrics-absent",
  }),
];
