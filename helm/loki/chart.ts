import { GRAFANA_COMMUNITY } from "../parts/chart";
import type { Chart } from "../parts/chart";
import { RESTRICTED } from "../parts/hardening";

/** Log store. Its Service is that of the gateway, in every kind of log store. */
export const LOKI = {
  chart: "loki",
  repository: GRAFANA_COMMUNITY,
  version: "18.11.0",
  appVersion: "3.7.6",
  release: "loki",
  ports: {
    http: 3100,
    grpc: 9095,
    /** Gossip of the replicas. */
    members: 7946,
    gateway: 8080,
    gatewayMetrics: 4040,
    gatewayService: 80,
    memcached: 11211,
    memcachedMetrics: 9150,
  },
  hardening: RESTRICTED,
} as const satisfies Chart;
