import { PROMETHEUS_COMMUNITY } from "../parts/chart";
import type { Chart } from "../parts/chart";
import { RESTRICTED } from "../parts/hardening";

/** Keeps pushed metrics of batch jobs. */
export const PUSHGATEWAY = {
  chart: "prometheus-pushgateway",
  repository: PROMETHEUS_COMMUNITY,
  version: "3.8.0",
  appVersion: "v1.11.3",
  release: "pushgateway",
  ports: { http: 9091 },
  hardening: RESTRICTED,
} as const satisfies Chart;
