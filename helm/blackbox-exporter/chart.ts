import { PROMETHEUS_COMMUNITY } from "../parts/chart";
import type { Chart } from "../parts/chart";
import { RESTRICTED } from "../parts/hardening";

/** Probes endpoints. */
export const BLACKBOX_EXPORTER = {
  chart: "prometheus-blackbox-exporter",
  repository: PROMETHEUS_COMMUNITY,
  version: "11.17.2",
  appVersion: "v0.28.0",
  release: "blackbox-exporter",
  ports: { http: 9115 },
  hardening: RESTRICTED,
} as const satisfies Chart;
