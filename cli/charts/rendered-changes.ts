import { refusesChange } from "../../kubernetes/immutable-fields";
import type { RenderedObject } from "./helm";

/** What another version of a chart makes of one object. */
export interface ObjectChange {
  /** Kind and name: `StatefulSet loki-backend`. */
  readonly object: string;
  readonly what: "added" | "removed" | "changed";
  /** Fields that differ, as paths with dots; empty unless it is changed. */
  readonly fields: readonly string[];
  /** Those among them that Kubernetes refuses to change. */
  readonly refused: readonly string[];
}

/** Differ with every version of a chart, and say nothing. */
const NOISE =
  /(^|\.)(helm\.sh\/chart|app\.kubernetes\.io\/version|checksum\/[\w.-]+)$/;

const identity = ({ kind, metadata }: RenderedObject): string =>
  [
    kind,
    metadata.namespace === undefined
      ? metadata.name
      : `${metadata.namespace}/${metadata.name}`,
  ].join(" ");

/** What changes between two renderings of a release; what Kubernetes refuses stands first. */
export function renderedChanges(
  before: readonly RenderedObject[],
  after: readonly RenderedObject[],
): readonly ObjectChange[] {
  const old = byIdentity(before);
  const now = byIdentity(after);
  const changes = [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .flatMap((object): readonly ObjectChange[] => {
      const [was, is] = [old.get(object), now.get(object)];
      if (was === undefined || is === undefined) {
        const what = was === undefined ? "added" : "removed";
        return [{ object, what, fields: [], refused: [] }];
      }
      const fields = changedFields(was, is);
      return fields.length === 0
        ? []
        : [
            {
              object,
              what: "changed",
              fields,
              refused: fields.filter((field) => refusesChange(is.kind, field)),
            },
          ];
    });
  const isRefused = ({ refused }: ObjectChange): boolean => refused.length > 0;
  return [
    ...changes.filter(isRefused),
    ...changes.filter((change) => !isRefused(change)),
  ];
}

const byIdentity = (
  objects: readonly RenderedObject[],
): ReadonlyMap<string, RenderedObject> =>
  new Map(objects.map((object) => [identity(object), object]));

/** Paths of the values that are not the same in both, sorted. */
function changedFields(before: unknown, after: unknown): readonly string[] {
  const old = leaves(before);
  const now = leaves(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path) && !NOISE.test(path))
    .sort();
}

const leaves = (
  value: unknown,
  path: readonly string[] = [],
): ReadonlyMap<string, string> =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0
    ? new Map(
        Object.entries(value).flatMap(([key, child]) => [
          ...leaves(child, [...path, key]),
        ]),
      )
    : new Map([[path.join("."), JSON.stringify(value)]]);
