import { assertNever } from "../model/assert-never";
import type { EnvironmentConfig } from "../model/environment";
import { managedLabels } from "../model/kubernetes-object";
import type { KubernetesObject } from "../model/kubernetes-object";
import type { ServiceDeclaration } from "../model/service";
import type { Target } from "../model/target";
import { targetRelabelings } from "./relabelings";
import { contractSeries, sampleLimit } from "./sample-limit";

const LABEL_LIMIT = 32;
const LABEL_VALUE_LENGTH_LIMIT = 512;

/**
 * How the targets of a service are scraped. The objects lie in the platform's namespace and look into the service's,
 * so that they can exist before it does; a token's Secret lies beside them.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor
 */
export const monitors = (
  service: ServiceDeclaration,
  environment: EnvironmentConfig,
): readonly KubernetesObject[] =>
  service.targets.map((target) => monitor(target, service, environment));

function monitor(
  target: Target,
  service: ServiceDeclaration,
  environment: EnvironmentConfig,
): KubernetesObject {
  const common = {
    selector: { matchLabels: target.matchLabels },
    namespaceSelector: { matchNames: [service.namespace] },
    sampleLimit: sampleLimit(service, target),
    labelLimit: LABEL_LIMIT,
    labelValueLengthLimit: LABEL_VALUE_LENGTH_LIMIT,
  };
  const endpoints = [endpoint(target, service, environment)];
  const metadata = {
    name: target.name,
    namespace: environment.namespace,
    labels: managedLabels(service.key),
    // What the service may cost, for whoever asks the cluster and for the inventory.
    annotations: {
      "monitoring-stack/series-at-most": String(
        target.expectedTargets * contractSeries(service),
      ),
    },
  };
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

function endpoint(
  target: Target,
  service: ServiceDeclaration,
  environment: EnvironmentConfig,
): Readonly<Record<string, unknown>> {
  const { authentication } = target;
  const timeout = Math.min(
    environment.prometheus.scrapeTimeout.seconds,
    target.interval.seconds,
  );
  return {
    port: target.port,
    path: target.path ?? "/metrics",
    interval: target.interval.toString(),
    scrapeTimeout: `${String(timeout)}s`,
    relabelings: targetRelabelings({
      system: service.key,
      app: target.app,
      job: target.app,
    }),
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
