import { mebibytes } from "../../model/bytes";
import { containerResources } from "../parts/container-resources";
import { RESTRICTED_CONTAINER } from "../parts/security-contexts";
import type { Values } from "../parts/values";

/** Namespace of what must see the host and so cannot be restricted. */
export const HOST_NAMESPACE = "monitoring-nodes";

/** What every node and the API server know. */
export const exportersValues = (): Values => ({
  "kube-state-metrics": {
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
