import { GRAFANA_COMMUNITY } from "../parts/chart";
import type { Chart } from "../parts/chart";
import { RESTRICTED } from "../parts/hardening";

/** The same in each of Tempo's charts, of which an environment has one. */
const SAME = {
  repository: GRAFANA_COMMUNITY,
  release: "tempo",
  ports: {
    http: 3200,
    grpc: 9095,
    /** Takes spans: the usual one of OTLP over gRPC. */
    otlpGrpc: 4317,
    /** Gossip of the replicas. */
    members: 7946,
    memcached: 11211,
  },
  hardening: RESTRICTED,
} as const;

/** One process: where `environment.traces` is monolithic. */
export const TEMPO = {
  ...SAME,
  chart: "tempo",
  version: "2.2.4",
  appVersion: "2.10.8",
} as const satisfies Chart;

/** The last line whose parts need no Kafka: where `environment.traces` is distributed. */
export const TEMPO_DISTRIBUTED = {
  ...SAME,
  chart: "tempo-distributed",
  version: "2.26.2",
  appVersion: "2.10.7",
} as const satisfies Chart;

/** Tempo 3: where `environment.traces` is distributed over Kafka. */
export const TEMPO_DISTRIBUTED_KAFKA = {
  ...SAME,
  chart: "tempo-distributed",
  version: "3.3.0",
  appVersion: "3.0.3",
} as const satisfies Chart;
