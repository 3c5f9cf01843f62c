import type { EnvironmentConfig } from "../../model/environment";
import type { Exporter } from "../../model/target";
import { SMALL } from "../parts/container-resources";
import { exporterMonitor } from "../parts/exporter-monitor";
import {
  RESTRICTED_CONTAINER,
  restrictedPod,
} from "../parts/security-contexts";
import type { Values } from "../parts/values";

/** The exporter of one service's PostgreSQL; the password comes from a Secret. */
export const postgresExporterValues = (
  environment: EnvironmentConfig,
  system: string,
  exporter: Extract<Exporter, { readonly kind: "postgres" }>,
): Values => {
  const [host, port = "5432"] = exporter.host.split(":");
  return {
    fullnameOverride: exporter.name,
    config: {
      datasource: {
        host,
        port,
        user: exporter.user,
        database: exporter.database,
        sslmode: "require",
        passwordSecret: {
          name: exporter.password.secret,
          key: exporter.password.key,
        },
      },
    },
    // It does not use the Kubernetes API.
    rbac: { create: false },
    podSecurityContext: restrictedPod(1001),
    securityContext: RESTRICTED_CONTAINER,
    resources: SMALL,
    serviceMonitor: exporterMonitor(environment, system, exporter.name),
  };
};
