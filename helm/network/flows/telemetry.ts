import type {
  EnvironmentConfig,
  ObjectStorage,
} from "../../../model/environment";
import type { ServiceDeclaration } from "../../../model/service";
import { components } from "../components";
import { tcp, tcpAndUdp } from "../flow";
import type { Component, Flow } from "../flow";
import { destinations, outside, systemPods } from "../others";

const LOKI_GATEWAY = 8080;
const LOKI = 3100;
const TEMPO = 3200;
const GRPC = 9095;
const MEMBERS = 7946;
const MEMCACHED = 11211;
const OTLP_GRPC = 4317;
const OTLP_HTTP = 4318;
const JAEGER_GRPC = 14250;
const JAEGER_HTTP = 14268;
/** Jaeger's oldest form, which loses what nobody takes. */
const JAEGER_COMPACT = { port: 6831, protocol: "UDP" } as const;
/** At which a replica of the gateway hands spans to the one that has the rest of their trace. */
const BETWEEN_REPLICAS = 4320;
const ALLOY = 12345;
const PUSHGATEWAY = 9091;
const THANOS_SIDECAR = 10901;

/** Logs, traces and pushed metrics, from the applications to where they are kept. */
export function telemetryFlows(
  environment: EnvironmentConfig,
  services: readonly ServiceDeclaration[],
): readonly Flow[] {
  const parts = components(environment);
  return [
    ...services
      .filter(({ namespace }) => namespace !== environment.namespace)
      .flatMap((service): readonly Flow[] => [
        {
          from: systemPods(service),
          to: parts.alloyGateway,
          ports: [
            ...tcp(OTLP_GRPC, OTLP_HTTP, JAEGER_GRPC, JAEGER_HTTP),
            JAEGER_COMPACT,
          ],
          reason:
            "sends traces, logs and metrics, in the forms of OpenTelemetry and Jaeger",
        },
        ...(pushes(service)
          ? [
              {
                from: systemPods(service),
                to: parts.pushgateway,
                ports: tcp(PUSHGATEWAY),
                reason: "leaves the metrics of its jobs",
              },
            ]
          : []),
      ]),
    {
      from: parts.alloyLogs,
      to: parts.lokiGateway,
      ports: tcp(LOKI_GATEWAY),
      reason: "sends the logs of pods",
    },
    {
      from: parts.alloyGateway,
      to: parts.lokiGateway,
      ports: tcp(LOKI_GATEWAY),
      reason: "sends logs that came as OTLP",
    },
    {
      from: parts.alloyGateway,
      to: parts.tempo,
      ports: tcp(OTLP_GRPC),
      reason: "sends traces",
    },
    {
      from: parts.alloyGateway,
      to: parts.prometheus,
      ports: tcp(9090),
      reason: "writes metrics that came as OTLP",
    },
    {
      from: parts.alloyGateway,
      to: parts.alloyGateway,
      ports: tcp(ALLOY, BETWEEN_REPLICAS),
      reason:
        "finds its replicas, and brings all spans of a trace to one of them",
    },
  ];
}

const pushes = ({ metrics }: ServiceDeclaration): boolean =>
  Object.values(metrics).some(({ source }) => source === "push");

/** What the stores say to each other and to their buckets. */
export function storeFlows(environment: EnvironmentConfig): readonly Flow[] {
  const parts = components(environment);
  const keeps = (
    from: Component,
    storage: ObjectStorage,
    what: string,
  ): readonly Flow[] =>
    storage.kind === "filesystem"
      ? []
      : outside(environment).map((to) => ({
          from,
          to,
          ports: tcp(443),
          reason: `keeps ${what} in object storage`,
        }));
  return [
    {
      from: parts.lokiGateway,
      to: parts.loki,
      ports: tcp(LOKI),
      reason: "passes on what is written and asked",
    },
    {
      from: parts.loki,
      to: parts.loki,
      ports: [...tcp(LOKI, GRPC), ...tcpAndUdp(MEMBERS)],
      reason: "shares streams and queries among its replicas",
    },
    ...[parts.lokiChunksCache, parts.lokiResultsCache].map((to) => ({
      from: parts.loki,
      to,
      ports: tcp(MEMCACHED),
      reason: "asks the cache before the bucket",
    })),
    {
      from: parts.loki,
      to: parts.prometheus,
      ports: tcp(9090),
      reason: "its ruler writes the series of recording rules",
    },
    ...keeps(parts.loki, environment.logs.storage, "logs"),
    {
      from: parts.tempo,
      to: parts.tempo,
      ports: [...tcp(TEMPO, GRPC), ...tcpAndUdp(MEMBERS)],
      reason: "shares traces and queries among its parts",
    },
    {
      from: parts.tempo,
      to: parts.tempoCache,
      ports: tcp(MEMCACHED),
      reason: "asks the cache before the bucket",
    },
    {
      from: parts.tempo,
      to: parts.prometheus,
      ports: tcp(9090),
      reason: "its metrics generator writes span metrics and the service graph",
    },
    ...keeps(parts.tempo, environment.traces.storage, "traces"),
    ...metricFlows(environment),
    ...(environment.traces.kind === "distributed-kafka"
      ? leadsTo(
          environment,
          parts.tempo,
          environment.traces.kafka.address,
          9092,
          "writes spans to Kafka, and reads them from there",
        )
      : []),
  ];
}

/** Where metrics go on to, and where those are asked for that Prometheus keeps no more. */
function metricFlows(environment: EnvironmentConfig): readonly Flow[] {
  const { prometheus, grafana } = components(environment);
  const { metrics } = environment;
  const asked = (url: string, podPort?: number): readonly Flow[] =>
    leadsTo(
      environment,
      grafana,
      ...hostAndPort(url),
      "shows what is older than Prometheus",
      podPort,
    );
  switch (metrics.kind) {
    case "prometheus":
      return [];
    case "thanos":
      return [
        ...outside(environment).map((to) => ({
          from: prometheus,
          to,
          ports: tcp(443),
          reason: "its Thanos sidecar puts blocks into the archive",
        })),
        ...(metrics.queryUrl === undefined
          ? []
          : [
              ...asked(metrics.queryUrl, metrics.queryPodPort),
              ...recentBlocks(environment, metrics.queryUrl),
            ]),
      ];
    case "mimir":
      return [
        ...leadsTo(
          environment,
          prometheus,
          ...hostAndPort(metrics.writeUrl),
          "writes every sample on to Mimir",
          metrics.podPort,
        ),
        ...asked(metrics.queryUrl, metrics.podPort),
      ];
  }
}

/** A Thanos Query of this cluster asks the sidecars for what is not in the archive yet. */
function recentBlocks(
  environment: EnvironmentConfig,
  queryUrl: string,
): readonly Flow[] {
  const { prometheus } = components(environment);
  const { peers } = destinations(environment, [], ...hostAndPort(queryUrl));
  return peers
    .filter(({ kind }) => kind === "pods")
    .map((from) => ({
      from,
      to: prometheus,
      ports: tcp(THANOS_SIDECAR),
      reason: "asks the Thanos sidecar for what is not in the archive yet",
    }));
}

const hostAndPort = (url: string): readonly [string, number] => {
  const { hostname, port, protocol } = new URL(url);
  const usual = protocol === "https:" ? 443 : 80;
  return [hostname, port === "" ? usual : Number(port)];
};

function leadsTo(
  environment: EnvironmentConfig,
  from: Component,
  address: string,
  port: number,
  reason: string,
  podPort?: number,
): readonly Flow[] {
  const { peers, ports } = destinations(environment, [], address, port);
  return peers.map((to) => ({
    from,
    to,
    // Outside of the cluster there is no pod, and the address tells the port.
    ports: to.kind === "pods" && podPort !== undefined ? tcp(podPort) : ports,
    reason,
  }));
}

/** What Grafana asks when a person looks. */
export function queryFlows(environment: EnvironmentConfig): readonly Flow[] {
  const parts = components(environment);
  const asks = (to: Component, port: number, what: string): Flow => ({
    from: parts.grafana,
    to,
    ports: tcp(port),
    reason: `shows ${what}`,
  });
  return [
    asks(
      parts.prometheus,
      9090,
      "metrics, and evaluates the second path's rules",
    ),
    asks(parts.alertmanager, 9093, "alerts and silences"),
    asks(parts.lokiGateway, LOKI_GATEWAY, "logs"),
    asks(parts.tempo, TEMPO, "traces"),
  ];
}
