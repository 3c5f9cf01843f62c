import type { EnvironmentConfig } from "../../model/environment";
import { containerResources } from "../container-resources";
import { zoneSpread } from "../spread";
import type { Values } from "../values";
import { volumeClaim } from "./volume-claim";

/** Alertmanager: a cluster where the environment has replicas, its secrets as files. */
export function alertmanagerValues(
  environment: EnvironmentConfig,
  config: Values,
): Values {
  const { alertmanager } = environment;
  const replicated = alertmanager.replicas > 1;
  return {
    alertmanager: {
      // No template file of the chart: messages are written in the configuration.
      config: { ...config, templates: [] },
      podDisruptionBudget: { enabled: replicated, minAvailable: 1 },
      alertmanagerSpec: {
        replicas: alertmanager.replicas,
        podAntiAffinity: replicated ? "hard" : "soft",
        topologySpreadConstraints: zoneSpread(alertmanager.replicas, {
          "app.kubernetes.io/name": "alertmanager",
        }),
        retention: alertmanager.retention.toHours(),
        secrets: notificationSecrets(environment),
        // Who is told of what is decided in one place: objects in other namespaces are not read.
        alertmanagerConfigSelector: {
          matchLabels: { "monitoring-stack/managed": "alertmanager-config" },
        },
        resources: containerResources(alertmanager.resources),
        storage: volumeClaim(alertmanager.volume),
      },
    },
  };
}

/** Secrets that the configuration names, mounted at `/etc/alertmanager/secrets/<name>`. */
export const notificationSecrets = (
  environment: EnvironmentConfig,
): readonly string[] => {
  const { slack, heartbeat, pager } = environment.notification;
  return [
    ...new Set([
      slack.secret,
      heartbeat.url.secret,
      ...(pager.kind === "on" ? [pager.secret] : []),
    ]),
  ].sort();
};
