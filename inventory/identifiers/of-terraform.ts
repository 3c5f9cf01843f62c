import { requiredSecrets } from "../required-secrets";
import { resourcesOf } from "../synthesised-stack";
import type { StackOnDisk } from "../synthesised-stack";
import type { Lines } from "./lines";

/** Addresses of resources, releases of Helm, and keys of the Secrets that must exist. */
export const identifiersOfTerraform = (onDisk: StackOnDisk): Lines => [
  [
    "addresses",
    Object.entries(onDisk.stack.resource ?? {}).flatMap(([type, named]) =>
      Object.keys(named).map((name) => `${type}.${name}`),
    ),
  ],
  [
    "releases",
    resourcesOf(onDisk, "helm_release").map(
      ({ namespace, name }) => `${String(namespace)}/${String(name)}`,
    ),
  ],
  [
    "secrets",
    requiredSecrets(onDisk.folder).flatMap(({ namespace, name, keys }) =>
      keys.map((key) => `${namespace}/${name}/${key}`),
    ),
  ],
];
