import { healthUrls } from "../../model/environment-urls";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { routingSecrets } from "../../alertmanager/secrets";
import {
  TEMPLATE_FILE,
  messageTemplates,
} from "../../alertmanager/templates/message-templates";
import { containerResources } from "../parts/container-resources";
import { externalUrls } from "./external-urls";
import { PRIORITY_CLASS } from "../parts/priority-class";
import { zoneSpread } from "../parts/spread";
import type { Values } from "../parts/values";
import { ALERTMANAGER_CLUSTER } from "./alertmanager-cluster";
import { alertmanagerConfigValues } from "./alertmanager-config-values";
import { healthIngress } from "./health-ingress";
import { IMAGE_TAGS } from "./image-tags";
import { volumeClaim } from "./volume-claim";

const LABEL = "monitoring-stack/never";

/**
 * Routing is declared in one place, so no AlertmanagerConfig object may be read. The chart turns an
 * empty selector into one that matches every object; this one matches none, since it requires a
 * label both to exist and not to exist.
 */
const NO_OBJECT: Values = {
  matchExpressions: [
    { key: LABEL, operator: "Exists" },
    { key: LABEL, operator: "DoesNotExist" },
  ],
};

/** Alertmanager: a cluster where the environment has replicas, its secrets as files. */
export function alertmanagerValues(
  environment: EnvironmentConfig,
  services: readonly Service[],
): Values {
  const { alertmanager } = environment;
  const replicated = alertmanager.replicas > 1;
  return {
    alertmanager: {
      config: alertmanagerConfigValues(
        alertmanagerConfig(environment, services),
      ),
      // Counters by receiver distinguish a test alert from others of the same minute; the UTF-8
      // matcher mode is the one that matchers are checked with.
      enableFeatures: ["receiver-name-in-metrics", "utf8-strict-mode"],
      templateFiles: {
        [TEMPLATE_FILE]: messageTemplates(environment, services),
      },
      // Neither it nor what reloads its configuration asks the API server.
      serviceAccount: { automountServiceAccountToken: false },
      podDisruptionBudget: { enabled: replicated, minAvailable: 1 },
      ingress: healthIngress(
        environment,
        healthUrls(environment).alertmanager,
        "alertmanager-health-tls",
      ),
      alertmanagerSpec: {
        automountServiceAccountToken: false,
        image: { tag: IMAGE_TAGS.alertmanager },
        replicas: alertmanager.replicas,
        priorityClassName: PRIORITY_CLASS.name,
        podAntiAffinity: replicated ? "hard" : "soft",
        topologySpreadConstraints: zoneSpread(alertmanager.replicas, {
          "app.kubernetes.io/name": "alertmanager",
        }),
        clusterPeerTimeout: ALERTMANAGER_CLUSTER.peerTimeout.toString(),
        clusterPushpullInterval:
          ALERTMANAGER_CLUSTER.pushPullInterval.toString(),
        retention: alertmanager.retention.toHours(),
        secrets: notificationSecrets(environment, services),
        externalUrl: externalUrls(environment).alertmanager,
        alertmanagerConfigSelector: NO_OBJECT,
        resources: containerResources(alertmanager.resources),
        storage: volumeClaim(alertmanager.volume),
      },
    },
  };
}

/** Secrets that the configuration names, mounted at `/etc/alertmanager/secrets/<name>`. */
const notificationSecrets = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly string[] =>
  [
    ...new Set(
      routingSecrets(environment, services).map(({ secret }) => secret),
    ),
  ].sort();
