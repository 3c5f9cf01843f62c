import { minutes, seconds } from "../../../../model/duration";
import type { RecordingGroup } from "../../../../model/recording-rule";
import { gaugeRatio } from "../../../../patterns/recording/gauge-ratio";
import {
  bucketRate,
  percentileNow,
  percentileRaw,
} from "../../../../patterns/recording/percentiles";
import { connectionWaits, pools, queryTimes } from "../events";

/** How full the pools of all replicas are together, and how quick the database is. */
export const database: RecordingGroup = {
  name: "accubooks-database",
  interval: seconds(30),
  rules: [
    gaugeRatio({
      requirement: "ACC-R14",
      record: "accubooks:db_pool_utilization:ratio",
      ...pools,
    }),
    percentileRaw({
      requirement: "ACC-R15",
      record: "accubooks:db_connection_wait_seconds:p95_5m",
      quantile: 0.95,
      observations: connectionWaits,
      window: minutes(5),
    }),
    bucketRate({
      requirement: "ACC-R16",
      record: "accubooks:db_query_duration_seconds_bucket:rate5m",
      observations: queryTimes,
    }),
    percentileNow({
      requirement: "ACC-R17",
      record: "accubooks:db_query_duration_seconds:p95_5m",
      quantile: 0.95,
      observations: queryTimes,
      buckets: "accubooks:db_query_duration_seconds_bucket:rate5m",
    }),
  ],
};
