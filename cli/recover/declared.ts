import { join } from "node:path";
import * as v from "valibot";
import { fitsIn, readJsonFile, texts } from "../../input/json";
import type { Schema } from "../../input/json";
import { chartName } from "../../inventory/chart-name";
import type { Resource } from "../../inventory/synthesised-stack";

/** A Terraform resource: `helm_release.platform_kps_release_908BE984`. */
interface Addressed {
  readonly address: string;
}

/** A Helm release that the stack installs. */
export interface DeclaredRelease extends Addressed {
  readonly kind: "release";
  readonly namespace: string;
  readonly name: string;
  readonly chart: string;
}

/** An object outside the releases. */
export type DeclaredObject =
  | (Addressed & {
      readonly kind: "namespace";
      readonly name: string;
      readonly labels: Readonly<Record<string, string>>;
    })
  | (Addressed & {
      readonly kind: "priority class";
      readonly name: string;
      readonly value: number;
    });

/** Content of Grafana that cannot be created a second time. */
export type DeclaredContent =
  | (Addressed & {
      readonly kind: "folder";
      readonly uid: string;
      readonly title: string;
    })
  | (Addressed & { readonly kind: "team"; readonly name: string })
  | (Addressed & {
      readonly kind: "data source";
      readonly uid: string;
      readonly type: string;
      readonly url: string;
    })
  | (Addressed & {
      readonly kind: "rule group";
      readonly folderUid: string;
      readonly name: string;
    });

/** What a stack declares and Terraform can import. */
export interface Declared {
  readonly releases: readonly DeclaredRelease[];
  readonly objects: readonly DeclaredObject[];
  readonly content: readonly DeclaredContent[];
  /** Where the stack expects Grafana, unless `TF_VAR_grafana_url` says otherwise. */
  readonly grafanaUrl: string;
  /** Context of the kubeconfig. */
  readonly context: string;
}

const STACK = v.object({
  resource: v.record(
    v.string(),
    v.record(v.string(), v.record(v.string(), v.unknown())),
  ),
  provider: v.object({
    kubernetes: v.array(v.object({ config_context: v.string() })),
  }),
  variable: v.object({ grafana_url: v.object({ default: v.string() }) }),
});

const RELEASE = v.object({
  namespace: v.string(),
  name: v.string(),
  chart: v.string(),
  version: v.string(),
});
const NAMESPACE = v.object({
  metadata: v.object({ name: v.string(), labels: v.optional(texts, {}) }),
});
const PRIORITY_CLASS = v.object({
  metadata: v.object({ name: v.string() }),
  value: v.number(),
});
const FOLDER = v.object({ uid: v.string(), title: v.string() });
const TEAM = v.object({ name: v.string() });
const DATA_SOURCE = v.object({
  uid: v.string(),
  type: v.string(),
  url: v.optional(v.string(), ""),
});
const RULE_GROUP = v.object({ folder_uid: v.string(), name: v.string() });

/** A reference from one resource to another: `${grafana_folder.second-path_folder_A5.uid}`. */
const FOLDER_REFERENCE = /^\$\{grafana_folder\.([\w-]+)\.uid\}$/;

/**
 * Reads what a stack declares, of the types whose creation fails where the thing exists already.
 * Labels, permissions of folders, dashboards and notification policies are absent: they are written
 * over what there is, and `kubernetes_labels` cannot be imported at all.
 *
 * @param folder that of the stack, with `cdk.tf.json`
 * @see https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/labels#import
 * @throws InputError where a resource is not as this project synthesises it
 */
export function readDeclared(folder: string): Declared {
  const path = join(folder, "cdk.tf.json");
  const stack = readJsonFile(STACK, path);
  const each = <T, U>(
    type: string,
    schema: Schema<T>,
    declared: (read: T, address: string) => U,
  ): readonly U[] =>
    Object.entries(stack.resource[type] ?? {}).map(([name, resource]) =>
      declared(
        fitsIn(schema, resource, `${type}.${name} in ${path}`),
        `${type}.${name}`,
      ),
    );
  const folders = stack.resource["grafana_folder"] ?? {};
  return {
    grafanaUrl: stack.variable.grafana_url.default,
    context: stack.provider.kubernetes[0]?.config_context ?? "",
    releases: each(
      "helm_release",
      RELEASE,
      ({ namespace: of, name, chart, version }, address): DeclaredRelease => ({
        kind: "release",
        address,
        namespace: of,
        name,
        chart: chartName(chart, version),
      }),
    ),
    objects: [
      ...each("kubernetes_namespace_v1", NAMESPACE, namespace),
      ...each("kubernetes_priority_class_v1", PRIORITY_CLASS, priorityClass),
    ],
    content: [
      ...each("grafana_folder", FOLDER, (read, address): DeclaredContent => ({
        kind: "folder",
        address,
        ...read,
      })),
      ...each("grafana_team", TEAM, (read, address): DeclaredContent => ({
        kind: "team",
        address,
        ...read,
      })),
      ...each(
        "grafana_data_source",
        DATA_SOURCE,
        (read, address): DeclaredContent => ({
          kind: "data source",
          address,
          ...read,
        }),
      ),
      ...each(
        "grafana_rule_group",
        RULE_GROUP,
        ({ folder_uid, name }, address): DeclaredContent => ({
          kind: "rule group",
          address,
          folderUid: folderUid(folder_uid, folders),
          name,
        }),
      ),
    ],
  };
}

const namespace = (
  { metadata }: v.InferOutput<typeof NAMESPACE>,
  address: string,
): DeclaredObject => ({ kind: "namespace", address, ...metadata });

const priorityClass = (
  { metadata, value }: v.InferOutput<typeof PRIORITY_CLASS>,
  address: string,
): DeclaredObject => ({
  kind: "priority class",
  address,
  name: metadata.name,
  value,
});

function folderUid(
  written: string,
  folders: Readonly<Record<string, Resource>>,
): string {
  const [, referenced] = FOLDER_REFERENCE.exec(written) ?? [];
  const uid =
    referenced === undefined ? undefined : folders[referenced]?.["uid"];
  return typeof uid === "string" ? uid : written;
}
