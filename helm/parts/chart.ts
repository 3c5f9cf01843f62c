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

/** What a chart is fetched by. */
export type PinnedChart = Pick<Chart, "chart" | "repository" | "version">;

/** Where a chart comes from. */
export type ChartReference =
  | {
      /** Address of the repository. */
      readonly repository: string;
      /** Name in the repository. */
      readonly chart: string;
      readonly version: string;
    }
  | {
      /** Path of an archive of the chart, which becomes part of the stack. */
      readonly archive: string;
      readonly version: string;
    };

/** Name of a chart's archive, as Helm names it. */
export const archiveName = ({
  chart,
  version,
}: Pick<Chart, "chart" | "version">): string => `${chart}-${version}.tgz`;

/**
 * Where a chart comes from in an environment: its own repository, the mirror of all, or a folder of
 * archives.
 */
export function chartReference(
  { charts }: Pick<EnvironmentConfig, "charts">,
  { chart, repository, version }: PinnedChart,
): ChartReference {
  switch (charts.kind) {
    case "upstream":
      return { chart, version, repository };
    case "mirror":
      return { chart, version, repository: charts.repository };
    case "folder":
      return {
        archive: `${charts.path}/${archiveName({ chart, version })}`,
        version,
      };
  }
}
