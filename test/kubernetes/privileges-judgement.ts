import { isPlainMap } from "../helm/unknown-keys";
import { podsOf } from "../support/rendered-charts";
import type { RenderedObject } from "../support/rendered-charts";
import type { Rendered } from "./hardening-judgement";

const OPERATED = ["Prometheus", "Alertmanager"];

const isOff = (holder: unknown): boolean =>
  isPlainMap(holder) && holder["automountServiceAccountToken"] === false;

/** Whether the account that a pod runs as gives its token to pods that do not refuse it. */
const givesToken = (objects: readonly RenderedObject[], account: unknown) =>
  !objects.some(
    (object) =>
      object.kind === "ServiceAccount" &&
      object.metadata.name === account &&
      isOff(object),
  );

/** Whether Kubernetes mounts the token of the account: what the pod says comes first. */
const isMounted = (
  objects: readonly RenderedObject[],
  spec: Readonly<Record<string, unknown>>,
): boolean => {
  const said = spec["automountServiceAccountToken"];
  return typeof said === "boolean"
    ? said
    : givesToken(objects, spec["serviceAccountName"] ?? "default");
};

/** Pods into which the token of their account is mounted, by release; sorted. */
export const tokenHolders = ({
  objects,
  release,
}: Rendered): readonly string[] =>
  [
    ...podsOf(objects).map(({ workload, spec }) => ({ name: workload, spec })),
    ...objects
      .filter(({ kind }) => OPERATED.includes(kind))
      .map(({ kind, metadata, spec = {} }) => ({
        name: `${kind.toLowerCase()}-${metadata.name}`,
        spec,
      })),
  ]
    .filter(({ spec }) => isMounted(objects, spec))
    .map(({ name }) => `${release}/${name}`)
    .sort();

/** Roles that may read Secrets, each with its release; sorted. */
export const secretReaders = ({
  objects,
  release,
}: Rendered): readonly string[] =>
  objects
    .filter((object) => object.kind.endsWith("Role"))
    .filter((role) =>
      rulesOf(role).some(
        ({ apiGroups, resources }) =>
          ["", "*"].some((group) => apiGroups?.includes(group)) &&
          ["secrets", "*"].some((kind) => resources?.includes(kind)),
      ),
    )
    .map(({ kind, metadata }) => `${release}/${kind}/${metadata.name}`)
    .sort();

interface Rule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
}

const rulesOf = (role: object): readonly Rule[] =>
  "rules" in role && Array.isArray(role.rules)
    ? (role.rules as readonly Rule[])
    : [];

/** Namespaces that a selector of the custom resource admits; `undefined` where it admits all. */
const admitted = (selector: unknown): readonly string[] | undefined => {
  const expressions = isPlainMap(selector)
    ? selector["matchExpressions"]
    : undefined;
  const first: unknown = Array.isArray(expressions)
    ? expressions[0]
    : undefined;
  return isPlainMap(first) &&
    first["key"] === "kubernetes.io/metadata.name" &&
    first["operator"] === "In" &&
    Array.isArray(first["values"])
    ? first["values"].map(String)
    : undefined;
};

/**
 * What is wrong with the namespaces that Prometheus takes monitors and rules from: none are named,
 * or those of the charts lie elsewhere.
 */
export function namespaceFaults(
  objects: readonly RenderedObject[],
): readonly string[] {
  const prometheus = objects.find(({ kind }) => kind === "Prometheus");
  if (prometheus === undefined) return [];
  return [
    ["serviceMonitor", "ServiceMonitor"],
    ["podMonitor", "PodMonitor"],
    ["probe", "Probe"],
    ["rule", "PrometheusRule"],
    ["scrapeConfig", "ScrapeConfig"],
  ].flatMap(([field = "", kind = ""]) => {
    const names = admitted(prometheus.spec?.[`${field}NamespaceSelector`]);
    if (names === undefined) return [`${kind}: of every namespace`];
    return objects
      .filter((object) => object.kind === kind)
      .map(({ metadata }) => metadata)
      .filter(({ namespace = "monitoring" }) => !names.includes(namespace))
      .map(({ name, namespace }) => `${kind}: ${name} of ${String(namespace)}`);
  });
}

/** Endpoints of monitors that are scraped more often than is declared, with their interval. */
export const hastyEndpoints = (
  objects: readonly RenderedObject[],
  declared: string,
): readonly string[] =>
  objects
    .filter(({ kind }) => kind === "ServiceMonitor" || kind === "PodMonitor")
    .flatMap(({ metadata, spec = {} }) =>
      [spec["endpoints"], spec["podMetricsEndpoints"]]
        .flatMap((endpoints): readonly unknown[] =>
          Array.isArray(endpoints) ? endpoints : [],
        )
        .filter(isPlainMap)
        .filter(({ interval = declared }) => interval !== declared)
        .map(
          ({ interval, path = "/metrics" }) =>
            `${metadata.name}: ${JSON.stringify({ path, interval })}`,
        ),
    );
