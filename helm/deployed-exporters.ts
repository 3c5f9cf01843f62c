import type { ChartMetrics } from "../model/chart-metrics";
import type { Service } from "../model/service";
import { deployedCharts } from "./deployed-charts";
import { goProcess } from "./parts/metrics/go-process";
import { postgresExporter } from "./postgres-exporter/postgres-exporter";
import { redisExporter } from "./redis-exporter/redis-exporter";

/** Charts of exporters that stand beside a system, by the kind that a service declares. */
const BESIDE = { redis: redisExporter, postgres: postgresExporter } as const;

/**
 * The exporters of charts whose metrics an environment has: those that stand beside a system only
 * where a service declares one.
 */
export function deployedExporters(
  services: readonly Service[],
): readonly ChartMetrics[] {
  const kinds = new Set(
    services.flatMap(({ exporters }) => exporters.map(({ kind }) => kind)),
  );
  const absent = new Set(
    (["redis", "postgres"] as const)
      .filter((kind) => !kinds.has(kind))
      .map((kind) => BESIDE[kind]),
  );
  return [
    ...deployedCharts
      .filter((chart) => !absent.has(chart))
      .flatMap(({ metrics }) => metrics),
    goProcess,
  ];
}
