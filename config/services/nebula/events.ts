import type { Example } from "../../../model/slo";
import type { Events } from "../../../patterns/events";
import type { Observations } from "../../../patterns/observations";
import type { Gauges } from "../../../patterns/recording/gauge-ratio";

const request = (status: string): Example => ({
  [`api_requests_total{system="nebula", method="GET", route="/resources", status="${status}"}`]: 1,
});

/** Requests to the API; a server error is bad. Other systems expose the same metric name. */
export const requests: Events = {
  total: 'api_requests_total{system="nebula"}',
  bad: 'api_requests_total{system="nebula", status=~"5.."}',
  examples: { good: request("200"), bad: request("500") },
};

/** How long they take. */
export const latency: Observations = {
  histogram: "api_request_duration_seconds",
  matchers: 'system="nebula"',
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
};

/** How long deployments of infrastructure take. */
export const deployments: Observations = {
  histogram: "infrastructure_deployment_duration_seconds",
  matchers: 'system="nebula"',
  buckets: [30, 60, 120, 300, 600, 1200, 1800, 3600],
};

/** Deployments by result, from the same histogram. */
export const deployed = (result: "success" | "failure"): string =>
  `infrastructure_deployment_duration_seconds_count{system="nebula", result="${result}"}`;

/** Used share of each quota of the free tier. */
export const freeTier: Gauges = {
  part: 'gcp_free_tier_usage{system="nebula"}',
  whole: 'gcp_free_tier_limit{system="nebula"}',
  aggregation: "max",
  by: ["gcp_service", "quota"],
  labels: { gcp_service: "cloud_run", quota: "requests" },
};
