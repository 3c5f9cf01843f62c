import { mebibytes } from "../../model/bytes";
import type { EnvironmentConfig } from "../../model/environment";
import { containerResources } from "../parts/container-resources";
import { RESTRICTED_CONTAINER } from "../parts/security-contexts";
import type { Values } from "../parts/values";

/** Namespace of what must see the host and so cannot be restricted. */
export const HOST_NAMESPACE = "monitoring-nodes";

/**
 * Kinds of objects that the chart would list in every namespace, and of which no rule, panel or
 * contract reads a series: its account may not list them, Secrets first of all.
 */
const NOT_LISTED = [
  "certificatesigningrequests",
  "configmaps",
  "endpointslices",
  "leases",
  "mutatingwebhookconfigurations",
  "networkpolicies",
  "replicationcontrollers",
  "secrets",
  "storageclasses",
  "validatingwebhookconfigurations",
  "volumeattachments",
] as const;

/** What every node and the API server know. */
export const exportersValues = ({ prometheus }: EnvironmentConfig): Values => ({
  kubelet: {
    serviceMonitor: {
      // The chart asks every 10 seconds, three times as often as costs are worked out for.
      cAdvisorInterval: prometheus.scrapeInterval.toString(),
    },
  },
  "kube-state-metrics": {
    collectorsExclude: NOT_LISTED,
    resources: containerResources({ cpu: 0.05, memory: mebibytes(256) }),
  },
  "prometheus-node-exporter": {
    namespaceOverride: HOST_NAMESPACE,
    resources: containerResources({ cpu: 0.05, memory: mebibytes(64) }),
    // It shares the host's network and processes; everything else is restricted as elsewhere.
    securityContext: { seccompProfile: { type: "RuntimeDefault" } },
    containerSecurityContext: RESTRICTED_CONTAINER,
  },
  nodeExporter: {
    // Dashboards for machines that no node of a cluster is.
    operatingSystems: { aix: { enabled: false }, darwin: { enabled: false } },
  },
});
