import { GRAFANA_COMMUNITY } from "../parts/chart";
import type { Chart } from "../parts/chart";

/** Dashboards, and the second notification path. */
export const GRAFANA = {
  chart: "grafana",
  repository: GRAFANA_COMMUNITY,
  version: "12.11.1",
  appVersion: "13.2.0",
  release: "grafana",
  ports: { http: 3000, service: 80, gossip: 9094 },
  hardening: { exceptions: [], wakesPeople: ["grafana"] },
} as const satisfies Chart;
