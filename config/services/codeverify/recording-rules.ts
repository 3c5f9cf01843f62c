import { hours, minutes } from "../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../model/recording-rule";
import {
  bucketRate,
  percentileNow,
  percentileOver,
} from "../../../patterns/recording/percentiles";
import { errorRate, eventRate } from "../../../patterns/recording/rates";
import { ratioNow, ratioOver } from "../../../patterns/recording/ratios";
import { shareOf } from "../../../patterns/recording/shares";
import { analyses, latency, llmCalls, queueWait, requests } from "./events";

const http = {
  events: requests,
  bad: "codeverify:http_errors:rate5m",
  total: "codeverify:http_requests:rate5m",
};
const httpBuckets = "codeverify:http_request_duration_seconds_bucket:rate5m";
const httpPercentile = (quantile: number) =>
  percentileNow({
    record: `codeverify:http_request_duration_seconds:p${String(quantile * 100)}_5m`,
    observations: latency,
    buckets: httpBuckets,
    quantile,
  });

const jobs = {
  events: analyses,
  bad: "codeverify:analysis_failures:rate5m",
  total: "codeverify:analyses:rate5m",
};
const waitBuckets = "codeverify:queue_latency_seconds_bucket:rate5m";

const verification = (result: string): string =>
  `codeverify_verification_duration_seconds_count{result="${result}"}`;

/**
 * Rates, ratios and percentiles that alerts and dashboards share. A rule reads only rules above it.
 */
export const recording: readonly RecordingGroupDeclaration[] = [
  {
    name: "codeverify-http",
    rules: [
      eventRate({
        record: http.total,
        events: requests,
      }),
      errorRate({ record: http.bad, events: requests }),
      ratioNow({
        record: "codeverify:http_error:ratio_rate5m",
        ...http,
        shows: "bad",
      }),
      bucketRate({
        record: httpBuckets,
        observations: latency,
      }),
      httpPercentile(0.5),
      httpPercentile(0.95),
      httpPercentile(0.99),
    ],
  },
  {
    name: "codeverify-analysis",
    rules: [
      eventRate({ record: jobs.total, events: analyses }),
      errorRate({ record: jobs.bad, events: analyses }),
      ratioOver({
        record: "codeverify:analysis_failure:ratio_rate1h",
        ...jobs,
        shows: "bad",
        window: hours(1),
      }),
      shareOf({
        record: "codeverify:verification_success:ratio_rate1h",
        part: 'codeverify_verification_duration_seconds_count{result=~"verified|refuted"}',
        whole: "codeverify_verification_duration_seconds_count",
        examples: {
          inside: { [verification("refuted")]: 1 },
          outside: { [verification("timeout")]: 1 },
        },
        window: hours(1),
        over: "rate",
      }),
    ],
  },
  {
    name: "codeverify-worker",
    rules: [
      bucketRate({
        record: waitBuckets,
        observations: queueWait,
      }),
      percentileOver({
        record: "codeverify:queue_latency_seconds:p95_15m",
        observations: queueWait,
        buckets: waitBuckets,
        quantile: 0.95,
        window: minutes(15),
      }),
      errorRate({ record: "codeverify:llm_errors:rate5m", events: llmCalls }),
      shareOf({
        record: "codeverify:llm_error:ratio_rate15m",
        part: llmCalls.bad,
        whole: llmCalls.total,
        examples: {
          inside: llmCalls.examples.bad,
          outside: llmCalls.examples.good,
        },
        by: llmCalls.by,
        window: minutes(15),
        over: "rate",
      }),
      {
        record: "codeverify:workers_up:count",
        expr: 'sum(up{system="codeverify", app="codeverify-worker"}) or vector(0)',
      },
    ],
  },
];
