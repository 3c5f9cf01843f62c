import { ALLOY_GATEWAY } from "../../../helm/alloy/chart";
import { TEMPO } from "../../../helm/tempo/chart";
import { LOKI } from "../../../helm/loki/chart";
import { PUSHGATEWAY } from "../../../helm/pushgateway/chart";
import { KUBE_PROMETHEUS_STACK } from "../../../helm/kube-prometheus-stack/chart";
import { GATEWAY_PORTS } from "../../../helm/alloy/gateway-ports";
import type {
  EnvironmentConfig,
  ObjectStorage,
} from "../../../model/environment";
import type { Service } from "../../../model/service";
import { components } from "../components";
import { tcp, tcpAndUdp } from "../flow";
import type { Component } from "../../../helm/parts/component";
import type { Flow } from "../flow";
import { flowsTo, outside, systemPods } from "../others";

const { ports: STACK } = KUBE_PROMETHEUS_STACK;

const { "otlp-traces": BETWEEN_REPLICAS, ...FOR_APPLICATIONS } = GATEWAY_PORTS;

/** Logs, traces and pushed metrics, from the applications to where they are kept. */
export function telemetryFlows(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Flow[] {
  const parts = components(environment);
  return [
    ...services
      .filter(({ namespace }) => namespace !== environment.namespace)
      .flatMap((service): readonly Flow[] => [
        {
          from: systemPods(service),
          to: parts.alloyGateway,
          ports: Object.values(FOR_APPLICATIONS),
          reason:
            "sends traces, logs and metrics, in the forms of OpenTelemetry and Jaeger",
        },
        ...(pushes(service)
          ? [
              {
                from: systemPods(service),
                to: parts.pushgateway,
                ports: tcp(PUSHGATEWAY.ports.http),
                reason: "pushes the metrics of its jobs",
              },
            ]
          : []),
      ]),
    {
      from: parts.alloyLogs,
      to: parts.lokiGateway,
      ports: tcp(LOKI.ports.gateway),
      reason: "sends the logs of pods",
    },
    {
      from: parts.alloyGateway,
      to: parts.lokiGateway,
      ports: tcp(LOKI.ports.gateway),
      reason: "sends logs that came as OTLP",
    },
    {
      from: parts.alloyGateway,
      to: parts.tempo,
      ports: tcp(TEMPO.ports.otlpGrpc),
      reason: "sends traces",
    },
    {
      from: parts.alloyGateway,
      to: parts.prometheus,
      ports: tcp(STACK.prometheus),
      reason: "writes metrics that came as OTLP",
    },
    {
      from: parts.alloyGateway,
      to: parts.alloyGateway,
      ports: [...tcp(ALLOY_GATEWAY.ports.http), BETWEEN_REPLICAS],
      reason:
        "finds its replicas, and brings all spans of a trace to one of them",
    },
  ];
}

const pushes = ({ metrics }: Service): boolean =>
  Object.values(metrics).some(({ source }) => source === "push");

/** Flows between the parts of the stores, and to their buckets. */
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
      ports: tcp(LOKI.ports.http),
      reason: "forwards writes and queries",
    },
    {
      from: parts.loki,
      to: parts.loki,
      ports: [
        ...tcp(LOKI.ports.http, LOKI.ports.grpc),
        ...tcpAndUdp(LOKI.ports.members),
      ],
      reason: "shares streams and queries among its replicas",
    },
    ...[parts.lokiChunksCache, parts.lokiResultsCache].map((to) => ({
      from: parts.loki,
      to,
      ports: tcp(LOKI.ports.memcached),
      reason: "asks the cache before the bucket",
    })),
    {
      from: parts.loki,
      to: parts.prometheus,
      ports: tcp(STACK.prometheus),
      reason: "its ruler writes the series of recording rules",
    },
    ...keeps(parts.loki, environment.logs.storage, "logs"),
    {
      from: parts.tempo,
      to: parts.tempo,
      ports: [
        ...tcp(TEMPO.ports.http, TEMPO.ports.grpc),
        ...tcpAndUdp(TEMPO.ports.members),
      ],
      reason: "shares traces and queries among its parts",
    },
    {
      from: parts.tempo,
      to: parts.tempoCache,
      ports: tcp(TEMPO.ports.memcached),
      reason: "asks the cache before the bucket",
    },
    {
      from: parts.tempo,
      to: parts.prometheus,
      ports: tcp(STACK.prometheus),
      reason: "its metrics generator writes span metrics and the service graph",
    },
    ...keeps(parts.tempo, environment.traces.storage, "traces"),
    ...metricFlows(environment),
    ...(environment.traces.kind === "distributed-kafka"
      ? flowsTo(environment, [], {
          from: parts.tempo,
          address: environment.traces.kafka.address,
          port: 9092,
          reason: "writes spans to Kafka, and reads them from there",
        })
      : []),
  ];
}

/** Flows of long-term metrics: writing and querying. */
function metricFlows(environment: EnvironmentConfig): readonly Flow[] {
  const { prometheus, grafana } = components(environment);
  const { metrics } = environment;
  const asked = (address: string, podPort?: number): readonly Flow[] =>
    flowsTo(environment, [], {
      from: grafana,
      address,
      port: 80,
      ...(podPort === undefined ? {} : { podPort }),
      reason: "shows samples older than Prometheus's retention",
    });
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
        ...flowsTo(environment, [], {
          from: prometheus,
          address: metrics.writeUrl,
          port: 80,
          ...(metrics.podPort === undefined
            ? {}
            : { podPort: metrics.podPort }),
          reason: "writes every sample on to Mimir",
        }),
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
  return flowsTo(environment, [], {
    from: prometheus,
    address: queryUrl,
    port: 80,
    reason: "asks the Thanos sidecar for what is not in the archive yet",
  }).flatMap(({ to, reason }) =>
    to.kind === "pods"
      ? [{ from: to, to: prometheus, ports: tcp(STACK.thanosSidecar), reason }]
      : [],
  );
}

/** Grafana's queries. */
export function queryFlows(environment: EnvironmentConfig): readonly Flow[] {
  const parts = components(environment);
  const { elasticsearch, cloudWatch } = environment.grafana;
  const asks = (to: Component, port: number, what: string): Flow => ({
    from: parts.grafana,
    to,
    ports: tcp(port),
    reason: `shows ${what}`,
  });
  return [
    asks(
      parts.prometheus,
      STACK.prometheus,
      "metrics, and evaluates the second path's rules",
    ),
    asks(parts.alertmanager, STACK.alertmanager, "alerts and silences"),
    asks(parts.lokiGateway, LOKI.ports.gateway, "logs"),
    asks(parts.tempo, TEMPO.ports.http, "traces"),
    ...(elasticsearch === undefined
      ? []
      : flowsTo(environment, [], {
          from: parts.grafana,
          address: elasticsearch.url,
          port: 9200,
          reason: "shows logs that somebody else keeps",
        })),
    ...(cloudWatch === undefined
      ? []
      : outside(environment).map((to) => ({
          from: parts.grafana,
          to,
          ports: tcp(443),
          reason: "shows metrics that are kept in CloudWatch",
        }))),
  ];
}
