import type { EnvironmentConfig } from "../../../model/environment";
import type { ServiceDeclaration } from "../../../model/service";
import { probeUrl } from "../../../targets/probes";
import { components, exporterComponent } from "../components";
import { tcp } from "../flow";
import type { Flow, Peer, Port } from "../flow";
import { destinations, others, outside, systemPods } from "../others";

/** Ports at which the pods of the platform tell their metrics. */
const CONFIG_RELOADER = 8080;
export const METRICS_PORTS = {
  prometheus: tcp(9090, CONFIG_RELOADER),
  alertmanager: tcp(9093, CONFIG_RELOADER),
  operator: tcp(10250),
  kubeStateMetrics: tcp(8080),
  grafana: tcp(3000),
  blackboxExporter: tcp(9115),
  pushgateway: tcp(9091),
  loki: tcp(3100),
  lokiGateway: tcp(4040),
  lokiChunksCache: tcp(9150),
  lokiResultsCache: tcp(9150),
  tempo: tcp(3200),
  tempoCache: tcp(9150),
  alloyLogs: tcp(12345),
  alloyGateway: tcp(12345),
} as const satisfies Partial<
  Record<keyof ReturnType<typeof components>, readonly Port[]>
>;

const EXPORTER_PORTS = { redis: 9121, postgres: 9187 } as const;
const COREDNS_METRICS = 9153;
const KUBELET = 10250;
const NODE_EXPORTER = 9100;

/** What Prometheus reads. */
export function scrapeFlows(
  environment: EnvironmentConfig,
  services: readonly ServiceDeclaration[],
): readonly Flow[] {
  const parts = components(environment);
  const { dns, nodes } = others(environment);
  const reads = (
    to: Peer,
    ports: readonly Port[],
    reason = "scrapes its metrics",
  ): Flow => ({ from: parts.prometheus, to, ports, reason });
  return [
    ...(Object.keys(METRICS_PORTS) as (keyof typeof METRICS_PORTS)[]).map(
      (part) => reads(parts[part], METRICS_PORTS[part]),
    ),
    reads(dns, tcp(COREDNS_METRICS)),
    reads(
      nodes,
      tcp(KUBELET, NODE_EXPORTER),
      "scrapes the kubelet and node-exporter of every node",
    ),
    ...services.flatMap((service) => [
      ...service.exporters.map((exporter) =>
        reads(
          exporterComponent(environment, service, exporter),
          tcp(EXPORTER_PORTS[exporter.kind]),
        ),
      ),
      ...(service.targets.length === 0
        ? []
        : [
            reads(
              systemPods(service),
              tcp(
                ...new Set(
                  service.targets.map(({ containerPort }) => containerPort),
                ),
              ),
              `scrapes ${service.displayName}`,
            ),
          ]),
    ]),
  ];
}

/** What is asked on Prometheus's behalf: endpoints and databases. */
export function probeFlows(
  environment: EnvironmentConfig,
  services: readonly ServiceDeclaration[],
): readonly Flow[] {
  const parts = components(environment);
  const asks = (
    from: Flow["from"],
    address: string,
    port: number,
    reason: string,
  ): readonly Flow[] => {
    const { peers, ports } = destinations(environment, services, address, port);
    return peers.map((to) => ({ from, to, ports, reason }));
  };
  return [
    {
      from: parts.prometheus,
      to: parts.blackboxExporter,
      ports: tcp(9115),
      reason: "has it ask an endpoint",
    },
    ...outside(environment).map((to) => ({
      from: parts.blackboxExporter,
      to,
      ports: tcp(443),
      reason: "asks the other environment and public addresses",
    })),
    ...services.flatMap((service) => [
      ...service.probes.flatMap((probe) =>
        asks(
          parts.blackboxExporter,
          probeUrl(probe, environment),
          80,
          `probe ${probe.name}`,
        ),
      ),
      ...service.exporters.flatMap((exporter) =>
        asks(
          exporterComponent(environment, service, exporter),
          exporter.kind === "redis" ? exporter.address : exporter.host,
          exporter.kind === "redis" ? 6379 : 5432,
          `reads the ${exporter.kind === "redis" ? "Redis" : "PostgreSQL"} of ${service.displayName}`,
        ),
      ),
    ]),
  ];
}
