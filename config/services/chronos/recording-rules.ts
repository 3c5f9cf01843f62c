import { days, hours, minutes } from "../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../model/recording-rule";
import {
  bucketRate,
  percentileOver,
  percentileRaw,
} from "../../../patterns/recording/percentiles";
import {
  counterRate,
  errorRate,
  eventRate,
  missingRate,
} from "../../../patterns/recording/rates";
import { ratioOver } from "../../../patterns/recording/ratios";
import { checks, duration, models, runs, volume } from "./events";

const pipelines = {
  events: runs,
  bad: "chronos:pipeline_failures:rate5m",
  total: "chronos:pipeline_runs:rate5m",
  shows: "good",
} as const;
const quality = {
  events: checks,
  bad: "chronos:data_quality_failures:rate5m",
  total: "chronos:data_quality_checks:rate5m",
  shows: "good",
} as const;
const slow = {
  observations: duration,
  buckets: "chronos:pipeline_run_duration_seconds_bucket:rate5m",
  quantile: 0.95,
};

/**
 * Rates, ratios and percentiles that alerts and the page share. A rule reads only rules above it.
 */
export const recording: readonly RecordingGroupDeclaration[] = [
  {
    name: "chronos-pipelines",
    rules: [
      eventRate({
        record: pipelines.total,
        events: runs,
      }),
      errorRate({ record: pipelines.bad, events: runs }),
      ratioOver({
        record: "chronos:pipeline_success:ratio_rate1d",
        ...pipelines,
        window: days(1),
      }),
      ratioOver({
        record: "chronos:pipeline_success:ratio_rate7d",
        ...pipelines,
        window: days(7),
      }),
      bucketRate({
        record: slow.buckets,
        observations: duration,
      }),
      percentileOver({
        record: "chronos:pipeline_run_duration_seconds:p95_1d",
        ...slow,
        window: days(1),
      }),
      percentileOver({
        record: "chronos:pipeline_run_duration_seconds:p95_7d",
        ...slow,
        window: days(7),
      }),
    ],
  },
  {
    name: "chronos-data",
    rules: [
      eventRate({
        record: quality.total,
        events: checks,
      }),
      missingRate({
        record: quality.bad,
        events: checks,
      }),
      ratioOver({
        record: "chronos:data_quality_success:ratio_rate7d",
        ...quality,
        window: days(7),
      }),
      counterRate({
        record: "chronos:records_processed:rate1h",
        counter: 'pipeline_records_processed_total{system="chronos"}',
        example: {
          'pipeline_records_processed_total{system="chronos", pipeline="orders"}': 1,
        },
        by: ["pipeline"],
        window: hours(1),
      }),
      counterRate({
        record: "chronos:data_volume_bytes:rate1h",
        ...volume,
        by: ["pipeline"],
        window: hours(1),
      }),
      {
        record: "chronos:data_freshness_lag_seconds:max",
        expr: 'max by (dataset) (data_freshness_lag_seconds{system="chronos"})',
      },
    ],
  },
  {
    name: "chronos-dbt",
    interval: minutes(2),
    rules: [
      percentileRaw({
        record: "chronos:dbt_model_execution_duration_seconds:p95_7d",
        observations: models,
        quantile: 0.95,
        window: days(7),
        over: "increase",
      }),
    ],
  },
];
