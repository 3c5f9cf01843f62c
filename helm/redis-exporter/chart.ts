import { PROMETHEUS_COMMUNITY } from "../parts/chart";
import type { Chart } from "../parts/chart";
import { RESTRICTED } from "../parts/hardening";

/** Exporter of one service's Redis. */
export const REDIS_EXPORTER = {
  chart: "prometheus-redis-exporter",
  repository: PROMETHEUS_COMMUNITY,
  version: "6.29.0",
  appVersion: "v1.89.0",
  release: "redis-exporter",
  ports: { http: 9121 },
  hardening: RESTRICTED,
} as const satisfies Chart;
