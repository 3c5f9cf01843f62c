import { PROMETHEUS_COMMUNITY } from "../parts/chart";
import type { Chart } from "../parts/chart";

/** The definitions of what the operator reads; it has no pods. */
export const PROMETHEUS_OPERATOR_CRDS = {
  chart: "prometheus-operator-crds",
  repository: PROMETHEUS_COMMUNITY,
  version: "31.0.1",
  appVersion: "v0.93.1",
  release: "prometheus-operator-crds",
  ports: {},
  hardening: undefined,
} as const satisfies Chart;
