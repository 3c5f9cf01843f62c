import type { EnvironmentConfig } from "../model/environment";
import { managedLabels } from "../model/kubernetes-object";
import type { KubernetesObject } from "../model/kubernetes-object";
import type { ServiceDeclaration } from "../model/service";
import { alertRules } from "./alert-rules";
import { recordingRules } from "./recording-rules";
import type { RuleGroup } from "./rule-group";

/**
 * The rules of a service as custom resources, one per kind: `<system>-recording` and `<system>-alerts`.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule
 */
export const prometheusRules = (
  service: ServiceDeclaration,
  environment: EnvironmentConfig,
): readonly KubernetesObject[] => [
  ...prometheusRule(service, environment, "recording", recordingRules(service)),
  ...prometheusRule(
    service,
    environment,
    "alerts",
    alertRules(service, environment),
  ),
];

function prometheusRule(
  service: ServiceDeclaration,
  environment: EnvironmentConfig,
  kind: string,
  groups: readonly RuleGroup[],
): readonly KubernetesObject[] {
  if (groups.length === 0) return [];
  return [
    {
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PrometheusRule",
      metadata: {
        name: `${service.key}-${kind}`,
        namespace: environment.namespace,
        labels: managedLabels(service.key),
      },
      spec: { groups },
    },
  ];
}
