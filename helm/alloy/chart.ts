import type { Chart } from "../parts/chart";
import { RESTRICTED } from "../parts/hardening";

/** The same of both installations. Ports for telemetry: `gateway-ports.ts`. */
const SAME = {
  chart: "alloy",
  repository: "https://grafana.github.io/helm-charts",
  version: "1.11.1",
  appVersion: "v1.18.1",
  ports: { http: 12345 },
  hardening: RESTRICTED,
} as const;

/** On every node, for the logs of its pods. */
export const ALLOY_LOGS = {
  ...SAME,
  release: "alloy-logs",
} as const satisfies Chart;

/** The gateway that applications send to. */
export const ALLOY_GATEWAY = {
  ...SAME,
  release: "alloy-gateway",
} as const satisfies Chart;
