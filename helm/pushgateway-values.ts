import { mebibytes } from "../model/bytes";
import type { EnvironmentConfig } from "../model/environment";
import { CHARTS } from "./chart-versions";
import { containerResources } from "./container-resources";
import { RESTRICTED_CONTAINER, restrictedPod } from "./security-contexts";
import type { Values } from "./values";

/**
 * Where batch jobs leave their metrics. What they push keeps its own `job` and `instance`.
 * @see https://prometheus.io/docs/practices/pushing/
 */
export const pushgatewayValues = (environment: EnvironmentConfig): Values => ({
  fullnameOverride: CHARTS.pushgateway.release,
  securityContext: { ...restrictedPod(65534), fsGroup: 65534 },
  containerSecurityContext: RESTRICTED_CONTAINER,
  automountServiceAccountToken: false,
  resources: containerResources({ cpu: 0.02, memory: mebibytes(64) }),
  serviceMonitor: {
    enabled: true,
    namespace: environment.namespace,
    honorLabels: true,
  },
});
