import { isAmong } from "../../model/environment-choice";
import type { EnvironmentConfig } from "../../model/environment";
import { managedLabels } from "../../model/kubernetes-object";
import type { KubernetesDataObject } from "../../model/kubernetes-object";
import type { LogAlert } from "../../model/log-alert";
import type { Service } from "../../model/service";
import { alertRule } from "./alert-rules";
import { ruleFile } from "./rule-file";
import type { RuleGroup } from "./rule-group";
import { withValues } from "./with-values";

/**
 * The label by which the sidecar of Loki's ruler finds ConfigMaps. It copies all their files into
 * one folder, that of the only tenant. So each file name contains the system, and the ConfigMap
 * names no folder.
 * @see https://github.com/grafana-community/helm-charts/blob/loki-18.11.0/charts/loki/values.yaml
 *   `sidecar.rules`
 */
export const LOKI_RULE_LABEL = "loki_rule";

/** Alerts on logs that an environment runs. */
export const logAlertsIn = (
  environment: EnvironmentConfig,
  { logAlerts = [] }: Pick<Service, "logAlerts">,
): readonly LogAlert[] =>
  logAlerts.filter(
    ({ only }) => only === undefined || isAmong(only.environments, environment),
  );

/**
 * The alerts on a service's logs in one group, with the labels and annotations of any other alert.
 */
export function logRuleGroups(
  service: Service,
  environment: EnvironmentConfig,
): readonly RuleGroup[] {
  const rules = logAlertsIn(environment, service).map((alert) =>
    alertRule(alert, service, environment),
  );
  return rules.length === 0
    ? []
    : [
        {
          name: `${service.key}-log-alerts`,
          interval: service.alertInterval.toString(),
          rules,
        },
      ];
}

/**
 * The alerts on a service's logs as the ConfigMap that Loki's ruler loads.
 * @see https://grafana.com/docs/loki/latest/alert/
 */
export function logRules(
  service: Service,
  environment: EnvironmentConfig,
): readonly KubernetesDataObject[] {
  const groups = logRuleGroups(service, environment);
  return groups.length === 0
    ? []
    : [
        {
          apiVersion: "v1",
          kind: "ConfigMap",
          metadata: {
            name: `${service.key}-log-alerts`,
            namespace: environment.namespace,
            labels: { ...managedLabels(service.key), [LOKI_RULE_LABEL]: "1" },
          },
          data: {
            [`${service.key}-log-alerts.yaml`]: ruleFile(
              groups.map(withValues),
            ),
          },
        },
      ];
}
