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

/** Everything that the others must know of a chart. Its folder says it; nothing is left out. */
export interface DeployedChart {
  /** The chart as it is pinned: several where it is installed twice, or an environment chooses. */
  readonly charts: readonly Chart[];
  /**
   * What an environment installs of it once the operator runs. None for what the operator itself
   * waits for or is, and for exporters, which services ask for.
   */
  readonly releases: (
    environment: EnvironmentConfig,
    services: readonly Service[],
  ) => readonly PlatformRelease[];
  /** What its exporters count, as far as somebody reads it. */
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
