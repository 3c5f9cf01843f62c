import { join } from "node:path";
import type { SecretEntry } from "../inventory";
import { readJson, resourcesOf } from "../synthesised-stack";
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
    (
      readJson(
        join(onDisk.folder, "files/outputs/required_secrets.json"),
      ) as readonly SecretEntry[]
    ).flatMap(({ namespace, name, keys }) =>
      keys.map((key) => `${namespace}/${name}/${key}`),
    ),
  ],
];
