import type { EnvironmentConfig } from "../../../model/environment";
import { outsideAddresses, targetsInside } from "../../../model/outside-target";
import type { Service } from "../../../model/service";
import { probeUrl } from "../../../prometheus/monitors/probes";
import { BLACKBOX_EXPORTER } from "../../../helm/blackbox-exporter/chart";
import { KUBE_PROMETHEUS_STACK } from "../../../helm/kube-prometheus-stack/chart";
import { chartComponents, components, exporterComponent } from "../components";
import { tcp } from "../flow";
import type { Flow, Peer, Port } from "../flow";
import { flowsTo, others, outside, systemPods } from "../others";

const COREDNS_METRICS = 9153;
const KUBELET = 10250;

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
    ...chartComponents(environment)
      .filter(({ metricsPorts }) => metricsPorts.length > 0)
      .map((to) => reads(to, tcp(...to.metricsPorts))),
    reads(dns, tcp(COREDNS_METRICS)),
    reads(
      nodes,
      tcp(KUBELET, KUBE_PROMETHEUS_STACK.ports.nodeExporter),
      "scrapes the kubelet and node-exporter of every node",
    ),
    ...services.flatMap((service) => {
      const ports = targetsInside(environment, service).map(
        ({ containerPort }) => containerPort,
      );
      return [
        ...service.exporters
          .map((exporter) => exporterComponent(environment, service, exporter))
          .map((to) => reads(to, tcp(...to.metricsPorts))),
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

/** Flows of probes and exporters to endpoints and databases. */
export function probeFlows(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Flow[] {
  const parts = components(environment);
  return [
    {
      from: parts.prometheus,
      to: parts.blackboxExporter,
      ports: tcp(BLACKBOX_EXPORTER.ports.http),
      reason: "has it probe an endpoint",
    },
    ...outside(environment).map((to) => ({
      from: parts.blackboxExporter,
      to,
      ports: tcp(443),
      reason: "probes the watched environment and public addresses",
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
