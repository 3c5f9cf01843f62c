import type { LabelValues } from "../../model/label-values";
import type { ExpressionContext } from "./expression-context";
import { selectorsBelow } from "./names-in";
import type { SeriesCatalogue, SeriesFacts } from "./series-catalogue";
import type { Query } from "./tree";

/** What stands for the key of the system, in strings and in names. */
const IN_STRINGS = "\ue000";
const IN_NAMES = "\ue001";

/** Other quotes and comments, where this file would have to read more than one form of a string. */
const UNREAD = /['`#\ue000\ue001]/;

const MATCHER = /([A-Za-z_]\w*)(\s*(?:=~|!~|!=|=)\s*)("(?:[^"\\\n]|\\.)*")/g;

/**
 * The question that a check asks of a query: its text and what is known of the series that it
 * reads, with the key of the system left open. Two systems that ask the same get the same answer,
 * since a check compares names and values, but does not read the letters of a system's key. Where
 * it could, the key stays as it is: in regular expressions, what they are compared with, and values
 * that must match a pattern.
 *
 * @returns undefined where a system must ask for itself
 */
export function sharableQuestion(
  query: Query,
  context: ExpressionContext,
): string | undefined {
  const { written, text, top } = query;
  if (UNREAD.test(written)) return undefined;
  const { system, namespace, catalogue } = context;
  const {
    readsAllSystems,
    notifies = false,
    interrupts = false,
    anyEvent = [],
  } = context;
  const known: SeriesFacts[] = [];
  const series: string[] = [];
  const asName = system.replaceAll("-", "_");
  const parts: string[] = [];
  let before = 0;
  for (const { identifier } of selectorsBelow(top)) {
    if (identifier === null) return undefined;
    const { from, to } = identifier;
    const name = text.slice(from, to);
    const facts = catalogue.get(name);
    if (facts === undefined) return undefined;
    known.push(facts);
    series.push(factsOf(catalogue, name, facts, system));
    parts.push(written.slice(before, from), name.replaceAll(asName, IN_NAMES));
    before = to;
  }
  parts.push(written.slice(before));
  const compared: string[] = [];
  const open = parts
    .join("")
    .replace(
      MATCHER,
      (whole: string, label: string, operator: string, value: string) => {
        const values = known.map(({ labels }) => labels.values?.get(label));
        if (operator.includes("~")) compared.push(JSON.stringify(values));
        return operator.includes("~") || values.some(isPattern)
          ? whole
          : `${label}${operator}${value.replaceAll(system, IN_STRINGS)}`;
      },
    );
  return [
    open,
    namespace.replaceAll(system, IN_STRINGS),
    `${String(readsAllSystems)} ${String(notifies)} ${String(interrupts)} ${anyEvent.join(" ")}`,
    ...series,
    ...compared,
  ].join("\n");
}

const isPattern = (values: LabelValues | undefined): boolean =>
  values?.kind === "pattern";

/** Facts of the series that were asked for, as numbers that are the same for equal facts. */
const numbered = new WeakMap<SeriesCatalogue, Map<string, string>>();

const numbers = new Map<string, string>();
/** Facts that are remembered at most: a large organisation may have none in common. */
const MOST = 20_000;
let next = 0;

function factsOf(
  catalogue: SeriesCatalogue,
  name: string,
  facts: SeriesFacts,
  system: string,
): string {
  const ofCatalogue = numbered.get(catalogue) ?? new Map<string, string>();
  numbered.set(catalogue, ofCatalogue);
  const before = ofCatalogue.get(name);
  if (before !== undefined) return before;
  const { labels, events = null, ...others } = facts;
  const { names, values = new Map<string, LabelValues>(), exact } = labels;
  const content = JSON.stringify([
    others,
    JSON.stringify(events)
      .replaceAll(system.replaceAll("-", "_"), IN_NAMES)
      .replaceAll(system, IN_STRINGS),
    exact,
    names === "any" ? names : [...names],
    [...values].map(([label, value]) => [
      label,
      isPattern(value)
        ? value
        : JSON.stringify(value).replaceAll(system, IN_STRINGS),
    ]),
  ]);
  if (numbers.size >= MOST) numbers.clear();
  const number = numbers.get(content) ?? String((next += 1));
  numbers.set(content, number);
  ofCatalogue.set(name, number);
  return number;
}
