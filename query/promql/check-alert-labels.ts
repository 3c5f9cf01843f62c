import type { SyntaxNode } from "@lezer/common";
import type { Alert } from "../../model/alert";
import { mostValues } from "../../model/label-values";
import type { Problem } from "../../model/problem";
import { functionName, labelsOf } from "./labels";
import { namesIn } from "./names-in";
import { readQuery } from "./read-query";
import type { LabelSet, SeriesCatalogue } from "./series-catalogue";
import { argumentsOf, operandsOf, quoted, textOf, writtenOf } from "./tree";
import type { Query } from "./tree";

/**
 * The labels of a rule replace those of the series. Two samples that differ in replaced labels
 * alone become one, and Prometheus then fails the whole rule: "vector contains metrics with the
 * same labelset after applying alert labels".
 *
 * @param path of the alert
 * @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/
 */
export function checkAlertLabels(
  path: string,
  alert: Alert,
  catalogue: SeriesCatalogue,
): readonly Problem[] {
  return [
    ...checkReplaced(path, alert, catalogue),
    ...checkMoving(path, alert.labels ?? {}),
  ];
}

function checkReplaced(
  path: string,
  alert: Alert,
  catalogue: SeriesCatalogue,
): readonly Problem[] {
  const query = readQuery(alert.expr);
  const replaced = replacedLabels(alert);
  const copies = copiedLabels(query);
  const arms = armsOf(query.top).map((arm) => ({
    arm,
    labels: labelsOf(query, arm, catalogue),
  }));
  const own = arms.flatMap(({ labels }) =>
    labels === "scalar" || labels.names === "any"
      ? []
      : replaced.filter(
          (label) => takesSeveral(labels, label) && !copies.has(label),
        ),
  );
  if (own.length > 0) {
    return [...new Set(own)].map((label) => ({
      path,
      message: `the series have a label "${label}" of their own, which the alert replaces: two of them become one, and the rule fails`,
      next: `aggregate without it: sum without (${label}) (…), or rename it with label_replace`,
    }));
  }
  return arms.flatMap(({ arm, labels }, index) =>
    arms
      .slice(0, index)
      .filter(
        (earlier) =>
          labels !== "scalar" &&
          earlier.labels !== "scalar" &&
          becomeEqual(earlier.labels, labels, replaced) &&
          !exclude(query, earlier.arm, arm),
      )
      .map((earlier) => alike(path, query, earlier.arm, arm)),
  );
}

const alike = (
  path: string,
  query: Query,
  first: SyntaxNode,
  second: SyntaxNode,
): Problem => ({
  path,
  message: `two arms of "or" differ only in labels that the alert replaces, so both become one alert and the rule fails: ${writtenOf(query, first)}, and ${writtenOf(query, second)}`,
  next: "give both the same labels: group(first or second), or group by (…)",
});

/** Labels that a rule sets, whatever its series have. */
const replacedLabels = ({
  system,
  path,
  labels = {},
}: Alert): readonly string[] => [
  ...(system?.kind === "from-series" ? [] : ["system"]),
  "priority",
  "severity",
  "team",
  "condition",
  ...(path === undefined ? [] : ["path"]),
  ...Object.keys(labels),
];

function takesSeveral({ names, values }: LabelSet, label: string): boolean {
  if (names === "any" || !names.has(label)) return false;
  const known = values?.get(label);
  return known === undefined || mostValues(known) > 1;
}

/** Arms of `or`, each of which gives samples of its own. */
function armsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const operands = operandsOf(node);
  const [inner] = operands;
  switch (node.name) {
    case "PromQL":
    case "ParenExpr":
      return inner === undefined ? [node] : armsOf(inner);
    case "BinaryExpr":
      return node.getChild("Or") === null ? [node] : operands.flatMap(armsOf);
    default:
      return [node];
  }
}

/**
 * Whether samples that are two before the labels are replaced can be one afterwards. `or` itself
 * drops what is equal before.
 */
function becomeEqual(
  first: LabelSet,
  second: LabelSet,
  replaced: readonly string[],
): boolean {
  const { names: ours } = first;
  const { names: theirs } = second;
  if (ours === "any" || theirs === "any") return false;
  const differ = replaced.some(
    (label) => ours.has(label) !== theirs.has(label),
  );
  const left = (names: ReadonlySet<string>): string =>
    [...names]
      .filter((label) => !replaced.includes(label))
      .sort()
      .join();
  return differ && first.exact && second.exact && left(ours) === left(theirs);
}

/** Labels that `label_replace` has copied to another, which keeps the samples apart. */
function copiedLabels(query: Query): ReadonlySet<string> {
  const copied = new Set<string>();
  query.top.cursor().iterate(({ name, node }) => {
    if (name !== "FunctionCall") return;
    if (functionName(query, node) !== "label_replace") return;
    const source = argumentsOf(node)[3];
    if (source !== undefined) copied.add(quoted(textOf(query, source)));
  });
  return copied;
}

/** `x == 0 or absent(x)`: one arm is there only while what the other reads is not. */
function exclude(query: Query, first: SyntaxNode, second: SyntaxNode): boolean {
  const absent = (one: SyntaxNode, other: SyntaxNode): boolean => {
    if (one.name !== "FunctionCall") return false;
    if (!functionName(query, one).startsWith("absent")) return false;
    const missing = namesIn(query, one);
    return namesIn(query, other).every((name) => missing.includes(name));
  };
  return absent(first, second) || absent(second, first);
}

/** A label that changes with the value makes a new alert of each evaluation. */
const checkMoving = (
  path: string,
  labels: Readonly<Record<string, string>>,
): readonly Problem[] =>
  Object.entries(labels)
    .filter(([, text]) => /\{\{[^}]*(\$value|\.Value)\b/.test(text))
    .map(([label, got]) => ({
      path: `${path} label "${label}"`,
      message:
        "the label changes with the value, so each evaluation makes a new alert: none waits out its for, and each is notified",
      got,
      next: "put the value into summary or description",
    }));
