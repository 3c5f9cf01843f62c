import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { alloyLogsConfiguration } from "./alloy-configurations";
import { alloyValues } from "./alloy-values";
import type { Values } from "../parts/values";

/**
 * Alloy on every node, for the logs of its pods. It reads them through the Kubernetes API and not
 * from the node's disk: that needs neither root nor a path of the host, so it stays within Pod
 * Security `restricted`. Its one exception is what it may ask: the logs of every pod of the
 * cluster, since which ones are kept is decided by its configuration.
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.source.kubernetes/
 */
export const alloyLogsValues = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): Values =>
  alloyValues(environment, {
    configuration: alloyLogsConfiguration(environment, services),
    resources: environment.alloy.logs,
    controller: {
      type: "daemonset",
      // A pod on a tainted node writes logs too.
      tolerations: [{ operator: "Exists" }],
      updateStrategy: {
        type: "RollingUpdate",
        rollingUpdate: { maxUnavailable: "10%" },
      },
    },
    rbac: {
      rules: [
        {
          apiGroups: [""],
          resources: ["pods"],
          verbs: ["get", "list", "watch"],
        },
      ],
      clusterRules: [
        { apiGroups: [""], resources: ["pods/log"], verbs: ["get"] },
      ],
    },
  });
