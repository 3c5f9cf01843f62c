import { minutes, seconds } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { RequestSloDeclaration, SloDeclaration } from "../../../model/slo";
import { eventSlo, latencySlo } from "../../../patterns/slos";
import { analyses, latency, queueWait, requests } from "./events";

/** The SLO that all others depend on, so pages show it first. */
export const availability: RequestSloDeclaration = eventSlo({
  name: "api-availability",
  description: "The API answers without a server error.",
  unit: "requests",
  objective: percent(99.9),
  statedBudget: minutes(43.2),
  events: requests,
  bad: "codeverify:http_errors:rate5m",
  total: "codeverify:http_requests:rate5m",
  outage: { probe: "health" },
  page: "P0",
  calendar: "month",
});

/** CodeVerify's SLOs: availability, latency, successful analyses and a short queue. */
export const slos: readonly SloDeclaration[] = [
  availability,
  latencySlo({
    name: "api-latency-p95-500ms",
    description: "The API answers within half a second.",
    unit: "requests",
    objective: percent(95),
    statedBudget: minutes(2160),
    observations: latency,
    buckets: "codeverify:http_request_duration_seconds_bucket:rate5m",
    within: seconds(0.5),
    page: "P1",
  }),
  eventSlo({
    name: "analysis-success",
    description: "An analysis job ends with a result.",
    unit: "analyses",
    objective: percent(95),
    statedBudget: minutes(2160),
    events: analyses,
    bad: "codeverify:analysis_failures:rate5m",
    total: "codeverify:analyses:rate5m",
    page: "P1",
  }),
  latencySlo({
    name: "queue-wait-p95-60s",
    description: "A job waits at most a minute before it is taken.",
    unit: "jobs",
    objective: percent(95),
    statedBudget: minutes(2160),
    observations: queueWait,
    buckets: "codeverify:queue_latency_seconds_bucket:rate5m",
    within: seconds(60),
    page: "P1",
  }),
];
