import type { EnvironmentConfig } from "../../model/environment";
import type { Exporter } from "../../model/target";
import { SMALL } from "../parts/container-resources";
import { exporterMonitor } from "../parts/exporter-monitor";
import {
  RESTRICTED_CONTAINER,
  restrictedPod,
} from "../parts/security-contexts";
import type { Values } from "../parts/values";

/** The exporter of one service's Redis; the password comes from a Secret. */
export const redisExporterValues = (
  environment: EnvironmentConfig,
  system: string,
  exporter: Extract<Exporter, { readonly kind: "redis" }>,
): Values => {
  const { password } = exporter;
  return {
    fullnameOverride: exporter.name,
    redisAddress: exporter.address,
    auth:
      "secret" in password
        ? {
            enabled: true,
            secret: { name: password.secret, key: password.key },
          }
        : { enabled: false },
    // It does not use the Kubernetes API.
    rbac: { create: false },
    // The chart's own account would mount its token, and has no field against it.
    serviceAccount: { create: false, name: exporter.name },
    extraManifests: [
      {
        apiVersion: "v1",
        kind: "ServiceAccount",
        metadata: { name: exporter.name, namespace: environment.namespace },
        automountServiceAccountToken: false,
      },
    ],
    podSecurityContext: restrictedPod(59000),
    securityContext: RESTRICTED_CONTAINER,
    resources: SMALL,
    serviceMonitor: exporterMonitor(environment, system, exporter.name),
  };
};
