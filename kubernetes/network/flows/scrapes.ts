import type { EnvironmentConfig } from "../../../model/environment";
import { outsideAddresses, targetsInside } from "../../../model/outside-target";
import type { Service } from "../../../model/service";
import { probeUrl } from "../../../prometheus/monitors/probes";
import { components, exporterComponent } from "../components";
import { tcp } from "../flow";
import type { Flow, Peer, Port } from "../flow";
import { flowsTo, others, outside, systemPods } from "../others";
import { PORTS } from "../ports";

const CONFIG_RELOADER = 8080;
/** Ports at which the pods of the platform tell their metrics. */
export const METRICS_PORTS = {
  prometheus: tcp(PORTS.prometheus, CONFIG_RELOADER),
  alertmanager: tcp(PORTS.alertmanager, CONFIG_RELOADER),
  operator: tcp(PORTS.operator),
  kubeStateMetrics: tcp(8080),
  grafana: tcp(PORTS.grafana),
  blackboxExporter: tcp(PORTS.blackboxExporter),
  pushgateway: tcp(PORTS.pushgateway),
  loki: tcp(PORTS.loki),
  lokiGateway: tcp(4040),
  lokiChunksCache: tcp(9150),
  lokiResultsCache: tcp(9150),
  tempo: tcp(PORTS.tempo),
  alloyLogs: tcp(PORTS.alloy),
  alloyGateway: tcp(PORTS.alloy),
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
  services: readonly Service[],
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
    ...services.flatMap((service) => {
      const ports = targetsInside(environment, service).map(
        ({ containerPort }) => containerPort,
      );
      return [
        ...service.exporters.map((exporter) =>
          reads(
            exporterComponent(environment, service, exporter),
            tcp(EXPORTER_PORTS[exporter.kind]),
          ),
        ),
        ...(ports.length === 0
          ? []
          : [
              reads(
                systemPods(service),
                tcp(...new Set(ports)),
                `scrapes ${service.displayName}`,
              ),
            ]),
        ...service.targets.flatMap(({ name, containerPort }) =>
          (outsideAddresses(environment, service.key, name) ?? []).flatMap(
            (address) =>
              flowsTo(environment, services, {
                from: parts.prometheus,
                address,
                port: containerPort,
                reason: `scrapes ${service.displayName} on a host`,
              }),
          ),
        ),
      ];
    }),
  ];
}

/** What is asked on Prometheus's behalf: endpoints and databases. */
export function probeFlows(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Flow[] {
  const parts = components(environment);
  return [
    {
      from: parts.prometheus,
      to: parts.blackboxExporter,
      ports: tcp(PORTS.blackboxExporter),
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
        flowsTo(environment, services, {
          from: parts.blackboxExporter,
          address: probeUrl(probe, service, environment),
          port: 80,
          reason: `probe ${probe.name}`,
        }),
      ),
      ...service.exporters.flatMap((exporter) =>
        flowsTo(environment, services, {
          from: exporterComponent(environment, service, exporter),
          ...(exporter.kind === "redis"
            ? { address: exporter.address, port: 6379 }
            : { address: exporter.host, port: 5432 }),
          reason: `reads the ${exporter.kind === "redis" ? "Redis" : "PostgreSQL"} of ${service.displayName}`,
        }),
      ),
    ]),
  ];
}
