import type { EnvironmentConfig } from "../../model/environment";
import { managedLabels } from "../../model/kubernetes-object";
import type { KubernetesObject } from "../../model/kubernetes-object";
import type { Service } from "../../model/service";
import { watchedTargets } from "../../model/watched-target";
import type { Prober } from "./probes";

/**
 * Metrics that are kept of a probe. An expiring certificate is covered by the environment that
 * renews it.
 */
const KEPT = "probe_success|probe_duration_seconds|probe_http_status_code";

/**
 * How one environment probes another: every component at its public address. The samples have no
 * label `system`, since they are not about a system of the probing environment.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Probe
 */
export const watchProbes = (
  environment: EnvironmentConfig,
  watched: EnvironmentConfig,
  services: readonly Service[],
  prober: Prober,
): readonly KubernetesObject[] =>
  watchedTargets(watched, services).map(({ probe, url }) => {
    const name = `watch-${watched.name}-${probe}`;
    return {
      apiVersion: "monitoring.coreos.com/v1",
      kind: "Probe",
      metadata: {
        name,
        namespace: environment.namespace,
        labels: managedLabels("platform"),
      },
      spec: {
        jobName: name,
        prober: { url: prober.address },
        module: prober.module,
        interval: environment.prometheus.scrapeInterval.toString(),
        scrapeTimeout: environment.prometheus.scrapeTimeout.toString(),
        targets: {
          staticConfig: {
            static: [url],
            labels: { watched: watched.name, probe },
          },
        },
        metricRelabelings: [
          { sourceLabels: ["__name__"], regex: KEPT, action: "keep" },
        ],
      },
    };
  });
