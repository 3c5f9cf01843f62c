import type { ChartMetrics } from "../../model/chart-metrics";
import { gauge } from "./facts";

/** What a probe finds. @see https://github.com/prometheus/blackbox_exporter */
export const blackboxExporter: ChartMetrics = {
  chart: "prometheus-blackbox-exporter",
  targetLabels: ["job", "instance", "namespace", "probe"],
  metrics: [
    gauge("probe_success"),
    gauge("probe_duration_seconds"),
    gauge("probe_dns_lookup_time_seconds"),
    gauge("probe_http_duration_seconds", "phase"),
    gauge("probe_http_status_code"),
    gauge("probe_http_ssl"),
    gauge("probe_ssl_earliest_cert_expiry"),
  ],
};
