import { mebibytes } from "../../model/bytes";
import type { EnvironmentConfig } from "../../model/environment";
import type { LogStore } from "../../model/stores";
import { bucketRole } from "../parts/bucket-role";
import { LOKI } from "./chart";
import { SMALL, containerResources } from "../parts/container-resources";
import { cacheValues } from "./cache-values";
import { distributedLogs } from "./distributed-logs";
import { gatewayValues } from "./gateway-values";
import { lokiConfig } from "./loki-config";
import { monolithicLogs } from "./monolithic-logs";
import { HARMLESS_ROLE, rulesAccess } from "./rules-access";
import { RULES_FOLDER, RULES_LABEL, TENANT } from "./rules-folder";
import type { Values } from "../parts/values";

/**
 * Loki with one tenant, behind its gateway. Alerts about logs come as ConfigMaps, whichever way it
 * is deployed: the chart mounts rules of its own (`ruler.directories`) in one of its modes only.
 * @see https://github.com/grafana-community/helm-charts/tree/loki-18.11.0/charts/loki
 */
export const lokiValues = (environment: EnvironmentConfig): Values => {
  const { logs } = environment;
  return {
    fullnameOverride: LOKI.release,
    defaults: { automountServiceAccountToken: false },
    loki: lokiConfig(environment),
    serviceAccount: { annotations: bucketRole(logs.storage) },
    // The chart's own role would read every Secret.
    rbac: { namespaced: false, useExistingRole: HARMLESS_ROLE },
    extraObjects: rulesAccess(environment),
    sidecar: {
      resources: containerResources({
        cpu: 0.02,
        memory: mebibytes(64),
        memoryLimit: mebibytes(128),
      }),
      // Two ConfigMaps may have a key of the same name.
      enableUniqueFilenames: true,
      rules: {
        label: RULES_LABEL,
        folder: `${RULES_FOLDER}/${TENANT}`,
        resource: "configmap",
        searchNamespace: environment.namespace,
      },
    },
    ...parts(logs),
    ...gatewayValues(logs.gateway),
    ...cacheValues(logs.caches),
    // Its own lines would be counted as a system's.
    lokiCanary: { enabled: false },
    test: { enabled: false },
    memcachedExporter: { resources: SMALL },
    monitoring: {
      serviceMonitor: {
        enabled: true,
        interval: environment.prometheus.scrapeInterval.toString(),
      },
    },
  };
};

const parts = (logs: LogStore): Values =>
  logs.kind === "monolithic" ? monolithicLogs(logs) : distributedLogs(logs);
