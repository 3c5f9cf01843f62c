import type { IdentifierList } from "../../inventory/identifiers/identifier-lists";

/** A name that an environment had, and has no more. */
export interface Gone {
  readonly environment: string;
  readonly kind: string;
  /** `ShopErrors`, `shop/12`, `monitoring/shop-token/token` */
  readonly name: string;
  /** How the list had it, with its labels or its title. */
  readonly line: string;
}

/** The file of a list, as a path from the folder of all. */
export const fileOf = ({
  environment,
  kind,
}: Pick<IdentifierList, "environment" | "kind">): string =>
  `${environment}/${kind}.txt`;

/** A list as its file has it. */
export const textOfList = ({ lines }: IdentifierList): string =>
  lines.map((line) => `${line}\n`).join("");

/** A list as it was read from its file: `production/series/shop.txt`. */
export function listOf(file: string, text: string): IdentifierList {
  const [, environment = "", kind = ""] =
    /^([^/]+)\/(.+)\.txt$/.exec(file) ?? [];
  return { environment, kind, lines: text.split("\n").filter(Boolean) };
}

/**
 * Names of the agreed lists that no longer exist. More labels on an alert or a series are an
 * addition, and a changed title is only a text; but a title that moved to another number of its
 * dashboard means that panels were renumbered.
 */
export const goneOf = (
  agreed: readonly IdentifierList[],
  now: readonly IdentifierList[],
): readonly Gone[] =>
  agreed.flatMap(({ environment, kind, lines }) => {
    const current =
      now.find(
        (other) => other.environment === environment && other.kind === kind,
      )?.lines ?? [];
    return lines
      .filter((line) => !isKept(kind, line, { current, agreed: lines }))
      .map((line) => ({ environment, kind, name: nameOf(kind, line), line }));
  });

/** Kinds of names that carry labels, in Prometheus's notation; others may carry a title. */
const isLabelled = (kind: string): boolean =>
  kind.endsWith("alerts") || kind.startsWith("series/");

/**
 * What a line begins with: the name before labels or a title. Names of Grafana's alerts have
 * spaces.
 */
const nameOf = (kind: string, line: string): string =>
  line.replace(isLabelled(kind) ? /\{.*$/ : / .*$/, "");

function isKept(
  kind: string,
  line: string,
  lists: {
    readonly current: readonly string[];
    readonly agreed: readonly string[];
  },
): boolean {
  if (lists.current.includes(line)) return true;
  const named = lists.current.filter(
    (other) => nameOf(kind, other) === nameOf(kind, line),
  );
  if (isLabelled(kind)) {
    return named.some((other) => hasLabels(other, labelsOf(line)));
  }
  return named.length > 0 && !(kind === "panels" && isMoved(line, lists));
}

const hasLabels = (line: string, labels: readonly string[]): boolean =>
  labels.every((label) => labelsOf(line).includes(label));

/** `{a="1", b="2"}` → `a="1"` and `b="2"`, whatever stands between the quotes. */
const labelsOf = (line: string): readonly string[] =>
  line.match(/\w+="(?:[^"\\]|\\.)*"/g) ?? [];

/** Whether a panel's title is now at another number of its dashboard, where it was not before. */
function isMoved(
  line: string,
  {
    current,
    agreed,
  }: {
    readonly current: readonly string[];
    readonly agreed: readonly string[];
  },
): boolean {
  const dashboard = line.replace(/\/.*$/, "");
  const title = titleOf(line);
  const elsewhere = (lines: readonly string[]): readonly string[] =>
    lines.filter(
      (other) => other.startsWith(`${dashboard}/`) && titleOf(other) === title,
    );
  return elsewhere(current).some((other) => !agreed.includes(other));
}

const titleOf = (line: string): string => line.replace(/^\S+ ?/, "");
