import type { EnvironmentConfig } from "../../../model/environment";

/** Lines for a shell, as a block of a page. */
export const shell = (...lines: readonly string[]): string =>
  `\`\`\`sh\n${lines.join("\n")}\n\`\`\``;

/** The start of a command about a namespace of an environment's cluster. */
export const kubectl = (
  { cluster }: Pick<EnvironmentConfig, "cluster">,
  namespace: string,
): string =>
  `kubectl --context ${cluster.kubeconfigContext} --namespace ${namespace}`;

/** Labels as `kubectl --selector` takes them. */
export const selectorOf = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([label, value]) => `${label}=${value}`)
    .join(",");

/** A file of the synthesised output that is for the owner of a workload. */
export const workloadFile = (
  { name }: Pick<EnvironmentConfig, "name">,
  key: string,
  what: "collection-jobs" | "network-policies" | "probes" | "tracing",
): string => `cdktf.out/stacks/${name}/files/workloads/${key}-${what}.json`;
