import type { Values } from "./values";

/** What Pod Security `restricted` asks of a container. */
export const RESTRICTED_CONTAINER: Values = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
};

/** What Pod Security `restricted` asks of a pod, run as that user. */
export const restrictedPod = (user: number): Values => ({
  runAsNonRoot: true,
  runAsUser: user,
  runAsGroup: user,
  seccompProfile: { type: "RuntimeDefault" },
});
