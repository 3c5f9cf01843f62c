import type { IdentifierList } from "../../inventory/identifiers/identifier-lists";
import type { AlertPair } from "./alert-changes";

/** Links of messages that were sent, and of people's notes. */
export interface LinkReport {
  /** What is gone: `dashboards`, `panels`, and each name or address. */
  readonly gone: readonly { readonly kind: string; readonly name: string }[];
  /** Alerts whose messages link elsewhere from now on. */
  readonly moved: readonly {
    readonly alert: string;
    readonly annotation: string;
    readonly before: string;
    readonly after: string;
  }[];
}

/** Kinds of names that links hold. */
const LINKED = ["dashboards", "panels", "folders", "runbooks"];

/** Annotations of alerts with links. */
const LINK = "_url";

/** Compares what links point to. */
export const linkReport = (
  lists: {
    readonly before: readonly IdentifierList[];
    readonly after: readonly IdentifierList[];
  },
  pairs: readonly AlertPair[],
): LinkReport => ({
  gone: LINKED.flatMap((kind) => {
    const there = new Set(namesOf(lists.after, kind));
    return namesOf(lists.before, kind)
      .filter((name) => !there.has(name))
      .map((name) => ({ kind, name }));
  }),
  moved: unique(
    pairs.flatMap((pair) =>
      pair.kind === "kept"
        ? Object.entries(pair.before.annotations)
            .filter(([annotation]) => annotation.endsWith(LINK))
            .flatMap(([annotation, before]) => {
              const after = pair.after.annotations[annotation] ?? "nowhere";
              return before === after
                ? []
                : [{ alert: pair.before.name, annotation, before, after }];
            })
        : [],
    ),
  ),
});

/** Of dashboards and panels the first word is the address, and the rest a title. */
const namesOf = (
  lists: readonly IdentifierList[],
  kind: string,
): readonly string[] =>
  lists
    .filter((list) => list.kind === kind)
    .flatMap(({ lines }) => lines.map((line) => line.split(" ")[0] ?? line));

const unique = <T>(entries: readonly T[]): readonly T[] => [
  ...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values(),
];
