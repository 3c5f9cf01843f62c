import type { ChartMetrics } from "../../model/chart-metrics";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import type { Chart } from "./chart";
import type { Component } from "./component";
import type { SecretUse } from "./secret-use";
import type { Values } from "./values";

/** A release of the platform, as Helm is given it. */
export interface PlatformRelease {
  readonly chart: Chart;
  readonly values: () => Values;
}

/**
 * Everything that the rest of the code needs from a chart. Its folder provides it; no field is
 * optional.
 */
export interface DeployedChart {
  /** The chart as it is pinned: several where it is installed twice, or an environment chooses. */
  readonly charts: readonly Chart[];
  /**
   * Releases of it that an environment installs after the operator. None for the operator itself,
   * for charts that the operator waits for, and for exporters, which services declare.
   */
  readonly releases: (
    environment: EnvironmentConfig,
    services: readonly Service[],
  ) => readonly PlatformRelease[];
  /** Metrics of its exporters that some query reads. */
  readonly metrics: readonly ChartMetrics[];
  /** Its pods in the platform's namespace, each kind of which has a network policy; exporters' are
   * counted with the service that they stand beside. */
  readonly components: (environment: EnvironmentConfig) => readonly Component[];
  /** Keys of Secrets that must be there before it. */
  readonly secrets: (
    environment: EnvironmentConfig,
    services: readonly Service[],
  ) => readonly SecretUse[];
}
