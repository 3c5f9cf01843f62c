import { mebibytes } from "../../model/bytes";
import { grafanaUrl } from "../../model/environment-urls";
import type { EnvironmentConfig } from "../../model/environment";
import { contactPointsFile } from "../../alertmanager/second-path/grafana-contact-points";
import { assumedRole } from "../parts/bucket-role";
import { GRAFANA } from "./chart";
import { containerResources } from "../parts/container-resources";
import { contactPointMounts } from "./contact-point-mounts";
import { grafanaIni } from "./grafana-ini";
import { metricsCredentials } from "./metrics-credentials";
import { PRIORITY_CLASS } from "../parts/priority-class";
import {
  RESTRICTED_CONTAINER,
  restrictedPod,
} from "../parts/security-contexts";
import { zoneSpread } from "../parts/spread";
import type { Values } from "../parts/values";

/**
 * Variables that hold secrets inside the container, and the key of the Secret each is read from.
 */
const secretVariables = (environment: EnvironmentConfig): Values => {
  const { grafana, smtp } = environment;
  const metrics = metricsCredentials(environment);
  const from = ({ secret, key }: { secret: string; key: string }): Values => ({
    secretKeyRef: { name: secret, key },
  });
  return {
    GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET: from(
      grafana.singleSignOn.clientSecret,
    ),
    GF_SMTP_PASSWORD: from(smtp.password),
    // What Grafana encrypts its own secrets with: the same for all replicas, and not the key that
    // it ships with.
    GF_SECURITY_SECRET_KEY: from({
      secret: grafana.admin.secret,
      key: grafana.admin.encryptionKey,
    }),
    GF_METRICS_BASIC_AUTH_USERNAME: from(metrics.user),
    GF_METRICS_BASIC_AUTH_PASSWORD: from(metrics.password),
    ...(grafana.state.kind === "postgres"
      ? { GF_DATABASE_PASSWORD: from(grafana.state.password) }
      : {}),
  };
};

/** The same for Prometheus, as a monitor names it. */
const metricsAccess = (environment: EnvironmentConfig): Values => {
  const { user, password } = metricsCredentials(environment);
  return {
    username: { name: user.secret, key: user.key },
    password: { name: password.secret, key: password.key },
  };
};

/** The only writable path besides the state: plugins open their sockets there. */
const SCRATCH = { name: "scratch", mountPath: "/tmp" };

/** The role by which Grafana reads the mirror in CloudWatch, where there is one. */
const account = ({ grafana: { cloudWatch } }: EnvironmentConfig): Values =>
  cloudWatch === undefined
    ? {}
    : { serviceAccount: { annotations: assumedRole(cloudWatch.roleArn) } };

const DASHBOARDS_ROLE = `${GRAFANA.release}-dashboards`;

/** What the sidecar needs to find dashboards. */
const dashboardsRole = (environment: EnvironmentConfig): Values => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "Role",
  metadata: { name: DASHBOARDS_ROLE, namespace: environment.namespace },
  rules: [
    {
      apiGroups: [""],
      resources: ["configmaps"],
      verbs: ["get", "list", "watch"],
    },
  ],
});

/**
 * Grafana with sign-in by the identity provider, no anonymous access and no generated password.
 * Terraform manages data sources, folders and dashboards; the chart's own dashboards come through
 * its sidecar.
 */
export function grafanaValues(environment: EnvironmentConfig): Values {
  const { grafana, ingress } = environment;
  const { release } = GRAFANA;
  const replicated = grafana.replicas > 1;
  const host = new URL(grafanaUrl(environment)).host;
  return {
    fullnameOverride: release,
    replicas: grafana.replicas,
    priorityClassName: PRIORITY_CLASS.name,
    headlessService: replicated,
    podDisruptionBudget: replicated ? { minAvailable: 1 } : {},
    topologySpreadConstraints: zoneSpread(grafana.replicas, {
      "app.kubernetes.io/name": "grafana",
    }),
    // A volume can be mounted by one pod at a time.
    deploymentStrategy: {
      type: grafana.state.kind === "volume" ? "Recreate" : "RollingUpdate",
    },
    persistence:
      grafana.state.kind === "volume"
        ? {
            enabled: true,
            size: grafana.state.volume.size.toKubernetes(),
            ...(grafana.state.volume.storageClass === undefined
              ? {}
              : { storageClassName: grafana.state.volume.storageClass }),
          }
        : { enabled: false },
    // It would run as root; the volume's group is set by the pod's security context.
    initChownData: { enabled: false },
    testFramework: { enabled: false },
    admin: {
      existingSecret: grafana.admin.secret,
      userKey: grafana.admin.userKey,
      passwordKey: grafana.admin.passwordKey,
    },
    ...account(environment),
    envValueFrom: secretVariables(environment),
    "grafana.ini": grafanaIni(environment, release),
    sidecar: {
      resources: containerResources({
        cpu: 0.02,
        memory: mebibytes(64),
        memoryLimit: mebibytes(192),
      }),
      securityContext: RESTRICTED_CONTAINER,
      dashboards: {
        enabled: true,
        label: "grafana_dashboard",
        labelValue: "1",
        // Not Secrets too, which the chart would watch as well.
        resource: "configmap",
        searchNamespace: environment.namespace,
        // It would sign in as the administrator; Grafana looks for new files every 30 seconds.
        skipReload: true,
        folderAnnotation: "grafana_folder",
        provider: { foldersFromFilesStructure: true, allowUiUpdates: false },
        extraMounts: [SCRATCH],
      },
    },
    // The chart's own Role would read every Secret of the namespace as well.
    rbac: { namespaced: true, useExistingRole: DASHBOARDS_ROLE },
    extraObjects: [dashboardsRole(environment)],
    resources: containerResources(grafana.resources),
    securityContext: { ...restrictedPod(472), fsGroup: 472 },
    containerSecurityContext: RESTRICTED_CONTAINER,
    extraEmptyDirMounts: [SCRATCH],
    // By file, not through Terraform, whose state would keep the addresses that are secret.
    alerting: { "contactpoints.yaml": contactPointsFile(environment) },
    extraSecretMounts: contactPointMounts(environment),
    serviceMonitor: {
      enabled: true,
      interval: environment.prometheus.scrapeInterval.toString(),
      basicAuth: metricsAccess(environment),
    },
    ingress: {
      enabled: true,
      ingressClassName: ingress.className,
      annotations: { "cert-manager.io/cluster-issuer": ingress.clusterIssuer },
      hosts: [host],
      tls: [{ secretName: `${release}-tls`, hosts: [host] }],
    },
  };
}
