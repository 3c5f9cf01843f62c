import type { EnvironmentConfig } from "../../model/environment";
import type { ReleaseHardening } from "./hardening";

export const PROMETHEUS_COMMUNITY =
  "https://prometheus-community.github.io/helm-charts";
export const GRAFANA_COMMUNITY =
  "https://grafana-community.github.io/helm-charts";

/**
 * A chart at the one version that this project was tried with, and what it makes of its release.
 */
export interface Chart {
  /** Name in its repository. */
  readonly chart: string;
  readonly repository: string;
  readonly version: string;
  /** Version of what the chart installs, as it says itself; nothing overrides it. */
  readonly appVersion: string;
  /**
   * Name of the release and of everything it makes; addresses inside the cluster are derived from
   * it. Exporters of services take the name of the exporter instead.
   */
  readonly release: string;
  /** Ports of its pods, and of its Services where these differ, by what answers there. */
  readonly ports: Readonly<Record<string, number>>;
  /** What its pods may do. Undefined for a chart without pods. */
  readonly hardening: ReleaseHardening | undefined;
}

/** Where a chart is fetched from in an environment: its own repository, or the mirror of all. */
export const chartReference = (
  environment: EnvironmentConfig,
  {
    chart,
    repository,
    version,
  }: Pick<Chart, "chart" | "repository" | "version">,
) => ({
  chart,
  version,
  repository:
    environment.charts.kind === "mirror"
      ? environment.charts.repository
      : repository,
});
