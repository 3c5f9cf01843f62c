import { assertNever } from "../model/assert-never";
import type { EnvironmentConfig } from "../model/environment";
import { TENANT_HEADER } from "../model/stores";
import type { DataSource } from "./data-sources";
import { grafanaInterval } from "./grafana-interval";

/**
 * Data source for samples older than Prometheus's retention. Dashboards and Grafana's own rules
 * query Prometheus itself, which answers even when the long-term store does not.
 */
export function longTermMetrics(
  environment: EnvironmentConfig,
): readonly DataSource[] {
  const { metrics } = environment;
  switch (metrics.kind) {
    case "prometheus":
      return [];
    case "thanos":
      return metrics.queryUrl === undefined
        ? []
        : [source(environment, metrics.queryUrl, "Thanos")];
    case "mimir":
      return [
        {
          ...source(environment, metrics.queryUrl, "Mimir"),
          headers: { [TENANT_HEADER]: metrics.tenant },
        },
      ];
    default:
      return assertNever(metrics);
  }
}

const source = (
  environment: EnvironmentConfig,
  url: string,
  prometheusType: "Thanos" | "Mimir",
): DataSource => ({
  uid: "long-term-metrics",
  name: "Long-term metrics",
  type: "prometheus",
  url,
  isDefault: false,
  jsonData: {
    httpMethod: "POST",
    prometheusType,
    timeInterval: grafanaInterval(environment.prometheus.scrapeInterval),
    defaultEditor: "code",
    // Rules are in Prometheus, and listed there.
    manageAlerts: false,
  },
});
