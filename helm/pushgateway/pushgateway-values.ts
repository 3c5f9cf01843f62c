import { gibibytes, mebibytes } from "../../model/bytes";
import type { EnvironmentConfig, Volume } from "../../model/environment";
import { PUSHGATEWAY } from "./chart";
import { containerResources } from "../parts/container-resources";
import {
  RESTRICTED_CONTAINER,
  restrictedPod,
} from "../parts/security-contexts";
import type { Values } from "../parts/values";

const DATA = "/data";

/** Only where the environment names one. */
const storageClass = (volume: Volume): Values =>
  volume.storageClass === undefined
    ? {}
    : { storageClass: volume.storageClass };

/**
 * Where batch jobs leave their metrics. What they push keeps its own `job` and `instance`.
 * @see https://prometheus.io/docs/practices/pushing/
 */
export const pushgatewayValues = (environment: EnvironmentConfig): Values => ({
  fullnameOverride: PUSHGATEWAY.release,
  securityContext: { ...restrictedPod(65534), fsGroup: 65534 },
  containerSecurityContext: RESTRICTED_CONTAINER,
  automountServiceAccountToken: false,
  // A daily job pushes once a day: its metrics must survive a restart.
  extraArgs: [`--persistence.file=${DATA}/pushgateway.data`],
  persistentVolume: {
    enabled: true,
    mountPath: DATA,
    size: gibibytes(1).toKubernetes(),
    ...storageClass(environment.prometheus.volume),
  },
  resources: containerResources({ cpu: 0.02, memory: mebibytes(64) }),
  serviceMonitor: {
    enabled: true,
    namespace: environment.namespace,
    honorLabels: true,
  },
});
