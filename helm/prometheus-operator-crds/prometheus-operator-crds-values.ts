import type { Values } from "../parts/values";

/**
 * Definitions stay when the release goes: deleting one deletes every object of its kind, in all
 * namespaces.
 */
export const prometheusOperatorCrdsValues = (): Values => ({
  crds: { annotations: { "helm.sh/resource-policy": "keep" } },
});
