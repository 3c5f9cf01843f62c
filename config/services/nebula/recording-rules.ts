import { days, hours, minutes } from "../../../model/duration";
import type {
  RecordingGroupDeclaration,
  RecordingRule,
} from "../../../model/recording-rule";
import { gaugeRatio } from "../../../patterns/recording/gauge-ratio";
import {
  bucketRate,
  percentileNow,
  percentileOver,
  percentileRaw,
} from "../../../patterns/recording/percentiles";
import { errorRate, eventRate } from "../../../patterns/recording/rates";
import { ratioNow, ratioOver } from "../../../patterns/recording/ratios";
import { shareOf } from "../../../patterns/recording/shares";
import { costRules } from "./recording-rules/cost";
import { deployed, deployments, freeTier, latency, requests } from "./events";

const api = {
  events: requests,
  bad: "nebula:api_errors:rate5m",
  total: "nebula:api_requests:rate5m",
};
const availability = { ...api, shows: "good" } as const;
const slow = {
  observations: latency,
  buckets: "nebula:api_request_duration_seconds_bucket:rate5m",
  quantile: 0.99,
};

const used = (service: string, quota: string): string =>
  `gcp_free_tier_usage{system="nebula", gcp_service="${service}", quota="${quota}"}`;
const limit = (service: string, quota: string): string =>
  `gcp_free_tier_limit{system="nebula", gcp_service="${service}", quota="${quota}"}`;

/** The fullest quota of one service. */
const fullest = (service: string, other: string): RecordingRule => ({
  record: `nebula:gcp_free_tier_${service}:ratio`,
  expr: `max(nebula:gcp_free_tier_usage:ratio{gcp_service="${service}"})`,
  proof: {
    cases: [
      {
        name: "two quotas of the service, and a fuller one of another",
        series: {
          [used(service, "requests")]: "30x5",
          [limit(service, "requests")]: "100x5",
          [used(service, "traffic")]: "4x5",
          [limit(service, "traffic")]: "10x5",
          [used(other, "requests")]: "90x5",
          [limit(other, "requests")]: "100x5",
        },
        at: minutes(5),
        samples: [{ value: 0.4 }],
      },
    ],
  },
});

const deployment = (result: "success" | "failure") => ({
  [deployed(result)]: 1,
});

/**
 * Rates, ratios and percentiles that alerts and the page share. A rule reads only rules above it.
 */
export const recording: readonly RecordingGroupDeclaration[] = [
  {
    name: "nebula-api",
    rules: [
      eventRate({ record: api.total, events: requests }),
      errorRate({ record: api.bad, events: requests }),
      ratioNow({
        record: "nebula:api_availability:ratio_rate5m",
        ...availability,
      }),
      ratioOver({
        record: "nebula:api_availability:ratio_rate1h",
        ...availability,
        window: hours(1),
      }),
      ratioOver({
        record: "nebula:api_availability:ratio_rate30d",
        ...availability,
        window: days(30),
      }),
      bucketRate({
        record: slow.buckets,
        observations: latency,
      }),
      percentileNow({
        record: "nebula:api_request_duration_seconds:p99_5m",
        ...slow,
      }),
      percentileOver({
        record: "nebula:api_request_duration_seconds:p99_7d",
        ...slow,
        window: days(7),
      }),
    ],
  },
  {
    name: "nebula-cloud",
    rules: [
      ...costRules,
      gaugeRatio({
        record: "nebula:gcp_free_tier_usage:ratio",
        ...freeTier,
      }),
      fullest("cloud_run", "firestore"),
      fullest("firestore", "cloud_storage"),
      fullest("cloud_storage", "cloud_run"),
    ],
  },
  {
    name: "nebula-deployments",
    interval: minutes(2),
    rules: [
      shareOf({
        record: "nebula:infrastructure_deployment_success:ratio_7d",
        part: deployed("success"),
        whole:
          'infrastructure_deployment_duration_seconds_count{system="nebula"}',
        examples: {
          inside: deployment("success"),
          outside: deployment("failure"),
        },
        window: days(7),
        over: "increase",
      }),
      percentileRaw({
        record: "nebula:infrastructure_deployment_duration_seconds:p95_7d",
        observations: deployments,
        quantile: 0.95,
        window: days(7),
        over: "increase",
      }),
    ],
  },
];
