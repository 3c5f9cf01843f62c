import type { EnvironmentConfig } from "../model/environment";
import { grafanaInterval } from "./grafana-interval";

/** How panels, variables and annotations name the data source of metrics. */
export const PROMETHEUS = { type: "prometheus", uid: "prometheus" } as const;

/** A data source as Grafana keeps it. */
export interface DataSource {
  /** Dashboards refer to it, so it never changes. */
  readonly uid: string;
  readonly name: string;
  /** Plugin that reads it. */
  readonly type: string;
  /** Address as Grafana's server reaches it. */
  readonly url: string;
  /** Chosen where nothing else is; one of all. */
  readonly isDefault: boolean;
  /** Settings of the plugin; no secret among them. */
  readonly jsonData: Readonly<Record<string, string | boolean>>;
}

/** Addresses inside the cluster, with scheme and port. */
export interface DataSourceAddresses {
  readonly prometheus: string;
  readonly alertmanager: string;
}

/**
 * Where Grafana reads: metrics and rules from Prometheus, alerts and silences from Alertmanager.
 * @see https://grafana.com/docs/grafana/latest/datasources/prometheus/configure/
 */
export const dataSources = (
  environment: EnvironmentConfig,
  addresses: DataSourceAddresses,
): readonly DataSource[] => [
  {
    ...PROMETHEUS,
    name: "Prometheus",
    url: addresses.prometheus,
    isDefault: true,
    jsonData: {
      // Long queries do not fit an address.
      httpMethod: "POST",
      prometheusType: "Prometheus",
      // $__rate_interval becomes four times this, so that a window always holds two samples.
      timeInterval: grafanaInterval(environment.prometheus.scrapeInterval),
      defaultEditor: "code",
      // Lists the rules under Alerting, where data links of panels lead.
      manageAlerts: true,
      alertmanagerUid: "alertmanager",
    },
  },
  {
    uid: "alertmanager",
    type: "alertmanager",
    name: "Alertmanager",
    url: addresses.alertmanager,
    isDefault: false,
    jsonData: {
      implementation: "prometheus",
      // Alerts come from Prometheus alone; Grafana would add a second source to the same routes.
      handleGrafanaManagedAlerts: false,
    },
  },
];
