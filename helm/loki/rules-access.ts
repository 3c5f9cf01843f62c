import type { EnvironmentConfig } from "../../model/environment";
import { LOKI } from "./chart";
import type { Values } from "../parts/values";

/**
 * A role that allows what every account may do anyway; the chart binds one, and this is the least.
 */
export const HARMLESS_ROLE = "system:discovery";

const NAME = `${LOKI.release}-rules`;

/**
 * What the sidecar needs to find ConfigMaps with rules: those of its own namespace, and no Secret.
 */
export const rulesAccess = ({
  namespace,
}: EnvironmentConfig): readonly Values[] => [
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "Role",
    metadata: { name: NAME, namespace },
    rules: [
      {
        apiGroups: [""],
        resources: ["configmaps"],
        verbs: ["get", "list", "watch"],
      },
    ],
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "RoleBinding",
    metadata: { name: NAME, namespace },
    roleRef: {
      apiGroup: "rbac.authorization.k8s.io",
      kind: "Role",
      name: NAME,
    },
    subjects: [{ kind: "ServiceAccount", name: LOKI.release, namespace }],
  },
];
