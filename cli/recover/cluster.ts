import * as v from "valibot";
import { fromJson, listOrNone, texts } from "../../input/json";
import type { DeclaredObject } from "./declared";
import type { Existing } from "./existing";
import type { RunProgram } from "./programs";

/** A revision of a release, as Helm's Secret of it says in its labels. */
export interface Revision {
  readonly namespace: string;
  readonly name: string;
  readonly version: number;
  /** @see https://pkg.go.dev/helm.sh/helm/v3/pkg/release#Status */
  readonly status: string;
}

/** What of a cluster matters for a recovery. */
export interface Cluster {
  readonly revisions: readonly Revision[];
  /** Volume claims by `<namespace>/<release>`. */
  readonly claims: ReadonlyMap<string, readonly string[]>;
  readonly objects: readonly Existing[];
}

/** Name and labels of each Secret, so that this process never reads what is in them. */
const LABELS_ONLY =
  'jsonpath={range .items[*]}{.metadata.namespace}{"\\t"}{.metadata.labels}{"\\n"}{end}';

const REVISION = v.object({
  name: v.string(),
  status: v.string(),
  version: v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number)),
});

const listOf = <T extends v.ObjectEntries>(
  entries: T,
  metadata = v.object({ name: v.string(), labels: v.nullish(texts, {}) }),
) => v.object({ items: listOrNone(v.object({ metadata, ...entries })) });

const CLAIMS = v.object({
  items: listOrNone(
    v.object({
      metadata: v.object({
        name: v.string(),
        namespace: v.string(),
        labels: v.nullish(texts, {}),
        annotations: v.nullish(texts, {}),
      }),
    }),
  ),
});

/** Reads a cluster; nothing in it is changed. @throws ProgramFailure, InputError */
export function readCluster(
  run: RunProgram,
  context: string,
  declared: readonly DeclaredObject[],
): Cluster {
  const kubectl = (...args: readonly string[]) =>
    run("kubectl", ["--context", context, "get", ...args]);
  const json = (kind: string) => kubectl(kind, "--output", "json");
  const namespaces = fromJson(
    listOf({}),
    json("namespaces"),
    "kubectl get namespaces",
  );
  const classes = fromJson(
    listOf({ value: v.number() }),
    json("priorityclasses"),
    "kubectl get priorityclasses",
  );
  return {
    revisions: kubectl(
      "secrets",
      "--all-namespaces",
      "--selector",
      "owner=helm",
      "--output",
      LABELS_ONLY,
    )
      .split("\n")
      .filter((line) => line !== "")
      .map(revision),
    claims: claimsByRelease(
      kubectl("persistentvolumeclaims", "--all-namespaces", "--output", "json"),
    ),
    objects: declared.flatMap((one): readonly Existing[] => {
      switch (one.kind) {
        case "namespace":
          return namespaces.items
            .filter(({ metadata }) => metadata.name === one.name)
            .map(({ metadata }) => ({
              address: one.address,
              kind: one.kind,
              id: one.name,
              differences: labelDifferences(one.labels, metadata.labels),
            }));
        case "priority class":
          return classes.items
            .filter(({ metadata }) => metadata.name === one.name)
            .map(({ value }) => ({
              address: one.address,
              kind: one.kind,
              id: one.name,
              differences:
                value === one.value
                  ? []
                  : [
                      `its value is ${String(value)}, declared is ${String(one.value)}: Terraform replaces it`,
                    ],
            }));
      }
    }),
  };
}

function revision(line: string): Revision {
  const [namespace = "", labels = ""] = line.split("\t");
  return {
    namespace,
    ...fromJson(REVISION, labels, `labels of Helm's Secrets in ${namespace}`),
  };
}

/** A chart labels its claims by one of these; Helm annotates what it made itself. */
function claimsByRelease(
  printed: string,
): ReadonlyMap<string, readonly string[]> {
  const { items } = fromJson(CLAIMS, printed, "kubectl get pvc");
  const claims = new Map<string, string[]>();
  for (const { metadata } of items) {
    const { name, namespace, labels, annotations } = metadata;
    const releases = new Set([
      annotations["meta.helm.sh/release-name"],
      labels["app.kubernetes.io/instance"],
      labels["release"],
    ]);
    for (const release of releases) {
      if (release === undefined) continue;
      const key = `${namespace}/${release}`;
      claims.set(key, [...(claims.get(key) ?? []), name]);
    }
  }
  return claims;
}

const labelDifferences = (
  declared: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): readonly string[] =>
  Object.entries(declared)
    .filter(([label, value]) => labels[label] !== value)
    .map(
      ([label, value]) =>
        `label ${label} is ${labels[label] ?? "absent"}, declared is ${value}`,
    );
