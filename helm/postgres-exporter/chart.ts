import { PROMETHEUS_COMMUNITY } from "../parts/chart";
import type { Chart } from "../parts/chart";
import { RESTRICTED } from "../parts/hardening";

/** Exporter of one service's PostgreSQL. */
export const POSTGRES_EXPORTER = {
  chart: "prometheus-postgres-exporter",
  repository: PROMETHEUS_COMMUNITY,
  version: "8.2.0",
  appVersion: "v0.20.1",
  release: "postgres-exporter",
  ports: { http: 9187 },
  hardening: RESTRICTED,
} as const satisfies Chart;
