import { assertNever } from "../model/assert-never";
import type { EnvironmentConfig } from "../model/environment";
import type { Exporter } from "../model/target";
import type { ExporterChart } from "./parts/exporters";
import type { Values } from "./parts/values";
import { POSTGRES_EXPORTER } from "./postgres-exporter/chart";
import { postgresExporterValues } from "./postgres-exporter/postgres-exporter-values";
import { REDIS_EXPORTER } from "./redis-exporter/chart";
import { redisExporterValues } from "./redis-exporter/redis-exporter-values";

/** The chart of an exporter that stands beside a service, and what it is given. */
export function exporterRelease(exporter: Exporter): {
  readonly chart: ExporterChart;
  readonly values: (environment: EnvironmentConfig, system: string) => Values;
} {
  switch (exporter.kind) {
    case "redis":
      return {
        chart: REDIS_EXPORTER,
        values: (environment, system) =>
          redisExporterValues(environment, system, exporter),
      };
    case "postgres":
      return {
        chart: POSTGRES_EXPORTER,
        values: (environment, system) =>
          postgresExporterValues(environment, system, exporter),
      };
    default:
      return assertNever(exporter);
  }
}
