import type { ChartMetrics } from "../../model/chart-metrics";
import { serviceTargets } from "../parts/metrics/service-targets";
import { SERVICE_TARGET, counter, gauge, gauges } from "../parts/metrics/facts";

/** @see https://grafana.com/docs/grafana/latest/setup-grafana/set-up-grafana-monitoring/ */
export const grafana: ChartMetrics = {
  chart: "grafana",
  targetLabels: SERVICE_TARGET,
  typical: ({ grafana: { replicas } }) => ({
    instances: serviceTargets(
      { name: "grafana", container: "grafana", port: "http-web" },
      replicas,
    ),
  }),
  metrics: [
    gauge(
      "grafana_build_info",
      "branch",
      "edition",
      "goversion",
      "revision",
      "version",
    ),
    counter("grafana_page_response_status_total", "code"),
    counter("grafana_api_response_status_total", "code"),
    counter("grafana_proxy_response_status_total", "code"),
    gauge("grafana_http_request_in_flight"),
    {
      name: "grafana_http_request_duration_seconds",
      type: "histogram",
      labels: [
        "handler",
        "method",
        "status_code",
        "status_source",
        "slo_group",
      ],
    },
    ...gauges(
      [],
      "grafana_stat_active_users",
      "grafana_stat_total_users",
      "grafana_stat_totals_dashboard",
      "grafana_stat_totals_folder",
    ),
  ],
};
