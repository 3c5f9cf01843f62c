import type { EnvironmentConfig } from "../../model/environment";
import { managedLabels } from "../../model/kubernetes-object";
import type { KubernetesObject } from "../../model/kubernetes-object";
import type { Service } from "../../model/service";
import type { RuleGroup } from "./rule-group";
import { withValues } from "./with-values";
import { ruleGroups } from "./rule-groups";

/**
 * The PrometheusRule objects of a service, one per kind: `<system>-recording`, `<system>-slos` and
 * `<system>-alerts`.
 * @see
 *   https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule
 */
export function prometheusRules(
  service: Service,
  environment: EnvironmentConfig,
): readonly KubernetesObject[] {
  const { recording, slos, alerts } = ruleGroups(service, environment);
  return [
    ...prometheusRule(service, environment, "recording", recording),
    ...prometheusRule(service, environment, "slos", slos),
    ...prometheusRule(service, environment, "alerts", alerts),
  ];
}

function prometheusRule(
  service: Service,
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
      spec: { groups: groups.map(withValues) },
    },
  ];
}
