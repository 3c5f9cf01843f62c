import { Bytes } from "../../model/bytes";
import { healthUrls } from "../../model/environment-urls";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { keptBytes } from "../../prometheus/cost/capacity";
import { containerResources } from "../parts/container-resources";
import { PRIORITY_CLASS } from "../parts/priority-class";
import { externalUrls } from "./external-urls";
import { zoneSpread } from "../parts/spread";
import { untemplated } from "../parts/untemplated";
import type { Values } from "../parts/values";
import { HOST_NAMESPACE } from "./exporters-values";
import { healthIngress } from "./health-ingress";
import { IMAGE_TAGS } from "./image-tags";
import { metricsStoreValues } from "./metrics-store-values";
import { volumeClaim } from "./volume-claim";

/** All monitors and rules of the namespaces below are read, whatever their labels. */
const ANY_LABELS: Values = {
  serviceMonitorSelectorNilUsesHelmValues: false,
  serviceMonitorSelector: {},
  podMonitorSelectorNilUsesHelmValues: false,
  podMonitorSelector: {},
  probeSelectorNilUsesHelmValues: false,
  probeSelector: {},
  ruleSelectorNilUsesHelmValues: false,
  ruleSelector: {},
  scrapeConfigSelectorNilUsesHelmValues: false,
  scrapeConfigSelector: {},
};

/**
 * Monitors and rules are read of the platform's own namespaces and those of the declared systems.
 * Whoever may create objects elsewhere can neither have anything scraped nor evaluated.
 */
function declaredNamespaces(
  { namespace }: EnvironmentConfig,
  services: readonly Service[],
): Values {
  const selector: Values = {
    matchExpressions: [
      {
        key: "kubernetes.io/metadata.name",
        operator: "In",
        values: [
          ...new Set([
            namespace,
            HOST_NAMESPACE,
            ...services.map((service) => service.namespace),
          ]),
        ].sort(),
      },
    ],
  };
  return {
    serviceMonitorNamespaceSelector: selector,
    podMonitorNamespaceSelector: selector,
    probeNamespaceSelector: selector,
    ruleNamespaceSelector: selector,
    scrapeConfigNamespaceSelector: selector,
  };
}

/** Prometheus: replicated where the environment says so, with one retention for all classes. */
export function prometheusValues(
  environment: EnvironmentConfig,
  services: readonly Service[],
): Values {
  const { prometheus, metrics, cluster, name } = environment;
  const replicated = prometheus.replicas > 1;
  const retentionSize = new Bytes(Math.floor(keptBytes(environment)));
  return {
    prometheus: {
      // Both replicas hold the same series with slightly different samples: a person stays on one.
      service: { sessionAffinity: replicated ? "ClientIP" : "None" },
      podDisruptionBudget: { enabled: replicated, minAvailable: 1 },
      ingress: healthIngress(
        environment,
        healthUrls(environment).prometheus,
        "prometheus-health-tls",
      ),
      prometheusSpec: {
        ...ANY_LABELS,
        ...declaredNamespaces(environment, services),
        image: { tag: IMAGE_TAGS.prometheus },
        replicas: prometheus.replicas,
        priorityClassName: PRIORITY_CLASS.name,
        podAntiAffinity: replicated ? "hard" : "soft",
        topologySpreadConstraints: zoneSpread(prometheus.replicas, {
          "app.kubernetes.io/name": "prometheus",
        }),
        scrapeInterval: prometheus.scrapeInterval.toString(),
        scrapeTimeout: prometheus.scrapeTimeout.toString(),
        evaluationInterval: prometheus.evaluationInterval.toString(),
        retention: prometheus.retention.toString(),
        retentionSize: retentionSize.toPrometheus(),
        walCompression: true,
        // Two writers of span metrics may be a little late.
        tsdb: { outOfOrderTimeWindow: "30m" },
        enableFeatures: ["exemplar-storage"],
        enableRemoteWriteReceiver: true,
        nameValidationScheme: "Legacy",
        externalLabels: {
          cluster: untemplated(cluster.name),
          environment: name,
        },
        externalUrl: externalUrls(environment).prometheus,
        resources: containerResources(prometheus.resources),
        storageSpec: volumeClaim(prometheus.volume),
        ...metricsStoreValues(metrics),
      },
    },
  };
}
