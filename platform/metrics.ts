import { values } from "../model/label-values";
import { days } from "../model/duration";
import { gauge } from "../model/metric";
import type { MetricContract } from "../model/metric";
import { lastRun } from "../model/typical/typical";

/** Metrics that the platform's own jobs push; all others that it reads come from the charts. */
export const metrics: MetricContract = {
  monitoring_backup_last_success_timestamp_seconds: gauge({
    help: "When the last back-up of a kind succeeded, in seconds since 1970",
    labels: { backup: values("bucket-versions", "grafana", "silences") },
    retention: "long",
    source: "push",
    typical: lastRun(days(1)),
  }),
};
