import { assertNever } from "../../model/assert-never";
import type { EnvironmentConfig } from "../../model/environment";
import { outsideAddresses } from "../../model/outside-target";
import { managedLabels } from "../../model/kubernetes-object";
import type { KubernetesObject } from "../../model/kubernetes-object";
import type { Service } from "../../model/service";
import type { Target } from "../../model/target";
import { sampleRelabelings, targetRelabelings } from "./relabelings";
import { contractSeries, sampleLimit } from "./sample-limit";

const LABEL_LIMIT = 32;
const LABEL_VALUE_LENGTH_LIMIT = 512;
const METRICS_PATH = "/metrics";

/**
 * Scrape configuration of a service's targets. The objects are in the platform's namespace and
 * select the service's, so that they can exist before it does; the Secret of a token is in the
 * platform's namespace too. A target on hosts is scraped at its addresses.
 * @see
 *   https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor
 * @see
 *   https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.ScrapeConfig
 */
export const monitors = (
  service: Service,
  environment: EnvironmentConfig,
): readonly KubernetesObject[] =>
  service.targets.map((target) => {
    const addresses = outsideAddresses(environment, service.key, target.name);
    return addresses === undefined
      ? monitor(target, service, environment)
      : scrapeConfig(target, addresses, service, environment);
  });

const metadataOf = (
  target: Target,
  service: Service,
  environment: EnvironmentConfig,
): KubernetesObject["metadata"] => ({
  name: target.name,
  namespace: environment.namespace,
  labels: managedLabels(service.key),
  // Series estimate of the service, for readers in the cluster and for the inventory.
  annotations: {
    "monitoring-stack/series-at-most": String(
      target.expectedTargets * contractSeries(service),
    ),
  },
});

const limitsOf = (target: Target, service: Service) => ({
  sampleLimit: sampleLimit(service, target),
  labelLimit: LABEL_LIMIT,
  labelValueLengthLimit: LABEL_VALUE_LENGTH_LIMIT,
});

function monitor(
  target: Target,
  service: Service,
  environment: EnvironmentConfig,
): KubernetesObject {
  const common = {
    selector: { matchLabels: target.matchLabels },
    namespaceSelector: { matchNames: [service.namespace] },
    ...limitsOf(target, service),
  };
  const endpoints = [
    {
      port: target.port,
      path: target.path ?? METRICS_PATH,
      interval: target.interval.toString(),
      ...scrape(target, service, environment),
    },
  ];
  const metadata = metadataOf(target, service, environment);
  switch (target.kind) {
    case "service-monitor":
      return {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "ServiceMonitor",
        metadata,
        spec: { ...common, endpoints },
      };
    case "pod-monitor":
      return {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "PodMonitor",
        metadata,
        spec: { ...common, podMetricsEndpoints: endpoints },
      };
    default:
      return assertNever(target);
  }
}

/** The same endpoint on hosts, without a Service or pod. */
const scrapeConfig = (
  target: Target,
  addresses: readonly string[],
  service: Service,
  environment: EnvironmentConfig,
): KubernetesObject => ({
  apiVersion: "monitoring.coreos.com/v1alpha1",
  kind: "ScrapeConfig",
  metadata: metadataOf(target, service, environment),
  spec: {
    jobName: target.app,
    staticConfigs: [{ targets: addresses }],
    // A token never leaves the cluster unencrypted.
    scheme: target.authentication.kind === "bearer" ? "HTTPS" : "HTTP",
    metricsPath: target.path ?? METRICS_PATH,
    scrapeInterval: target.interval.toString(),
    ...limitsOf(target, service),
    ...scrape(target, service, environment),
  },
});

/** Settings that both kinds of scrape share. */
function scrape(
  target: Target,
  service: Service,
  environment: EnvironmentConfig,
): Readonly<Record<string, unknown>> {
  const { authentication } = target;
  const timeout = Math.min(
    environment.prometheus.scrapeTimeout.seconds,
    target.interval.seconds,
  );
  return {
    scrapeTimeout: `${String(timeout)}s`,
    relabelings: targetRelabelings({
      system: service.key,
      app: target.app,
      job: target.app,
    }),
    ...sampleRelabelings(service),
    ...(authentication.kind === "bearer"
      ? {
          authorization: {
            type: "Bearer",
            credentials: {
              name: authentication.credentials.secret,
              key: authentication.credentials.key,
            },
          },
        }
      : {}),
  };
}
