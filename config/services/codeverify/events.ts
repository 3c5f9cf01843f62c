import type { Example } from "../../../model/slo";
import type { Events } from "../../../patterns/events";
import type { Observations } from "../../../patterns/observations";

const request = (status: string): Example => ({
  [`codeverify_http_requests_total{status="${status}"}`]: 1,
});

/** Requests to the API; a server error is bad. */
export const requests: Events = {
  total: "codeverify_http_requests_total",
  bad: 'codeverify_http_requests_total{status=~"5.."}',
  examples: { good: request("200"), bad: request("500") },
};

/** How long they take. */
export const latency: Observations = {
  histogram: "codeverify_http_request_duration_seconds",
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 5, 10],
};

const job = (status: string): Example => ({
  [`codeverify_analyses_total{status="${status}"}`]: 1,
});

/** Analysis jobs. */
export const analyses: Events = {
  total: "codeverify_analyses_total",
  bad: 'codeverify_analyses_total{status="failed"}',
  examples: { good: job("passed"), bad: job("failed") },
};

const call = (status: "ok" | "error"): Example => ({
  [`codeverify_llm_requests_total{provider="acme", model="m", status="${status}"}`]: 1,
});

/** Calls to the language models of each provider. */
export const llmCalls = {
  total: "codeverify_llm_requests_total",
  bad: 'codeverify_llm_requests_total{status="error"}',
  by: ["provider"],
  examples: { good: call("ok"), bad: call("error") },
} as const satisfies Events;

/** How long jobs wait until a worker takes them. */
export const queueWait: Observations = {
  histogram: "codeverify_queue_latency_seconds",
  buckets: [0.5, 1, 5, 10, 30, 60, 120, 300, 600],
};
