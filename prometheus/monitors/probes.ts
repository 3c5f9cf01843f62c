import type { EnvironmentConfig } from "../../model/environment";
import { systemUrl } from "../../model/system-url";
import { managedLabels } from "../../model/kubernetes-object";
import type { KubernetesObject } from "../../model/kubernetes-object";
import type { Service } from "../../model/service";
import type { HttpProbe } from "../../model/target";

/** Address of the blackbox exporter, and its default module. */
export interface Prober {
  /** Host and port. */
  readonly address: string;
  /**
   * The module of probes that accept any 2xx. A probe with stricter conditions has a module of its
   * own name.
   */
  readonly module: string;
}

/** Probes and addresses of a system in an environment. */
export const probeUrl = (
  { url }: Pick<HttpProbe, "url">,
  { key }: Pick<Service, "key">,
  environment: EnvironmentConfig,
): string =>
  typeof url === "string"
    ? url
    : systemUrl(environment, key, url.environmentUrl);

/**
 * Blackbox probes of a service's endpoints.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Probe
 */
export const probes = (
  service: Service,
  environment: EnvironmentConfig,
  prober: Prober,
): readonly KubernetesObject[] =>
  service.probes.map((probe) => ({
    apiVersion: "monitoring.coreos.com/v1",
    kind: "Probe",
    metadata: {
      name: probe.name,
      namespace: environment.namespace,
      labels: managedLabels(service.key),
    },
    spec: {
      jobName: probe.name,
      prober: { url: prober.address },
      module: probe.answer === undefined ? prober.module : probe.name,
      interval: probe.interval.toString(),
      scrapeTimeout: environment.prometheus.scrapeTimeout.toString(),
      targets: {
        staticConfig: {
          static: [probeUrl(probe, service, environment)],
          labels: { system: service.key, probe: probe.probe },
        },
      },
    },
  }));
