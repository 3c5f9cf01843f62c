import { minutes, seconds } from "../../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../../model/recording-rule";
import { gaugeRatio } from "../../../../patterns/recording/gauge-ratio";
import {
  bucketRate,
  percentileNow,
  percentileRaw,
} from "../../../../patterns/recording/percentiles";
import { connectionWaits, pools, queryTimes } from "../events";

/** Utilisation of the pools, together and of the fullest, and latency of the database. */
export const database: RecordingGroupDeclaration = {
  name: "accubooks-database",
  interval: seconds(30),
  rules: [
    gaugeRatio({
      record: "accubooks:db_pool_utilization:ratio",
      ...pools,
      aggregation: "sum",
    }),
    gaugeRatio({
      record: "accubooks:db_pool_utilization:max",
      ...pools,
    }),
    percentileRaw({
      record: "accubooks:db_connection_wait_seconds:p95_5m",
      quantile: 0.95,
      observations: connectionWaits,
      window: minutes(5),
    }),
    bucketRate({
      record: "accubooks:db_query_duration_seconds_bucket:rate5m",
      observations: queryTimes,
    }),
    percentileNow({
      record: "accubooks:db_query_duration_seconds:p95_5m",
      quantile: 0.95,
      observations: queryTimes,
      buckets: "accubooks:db_query_duration_seconds_bucket:rate5m",
    }),
  ],
};
