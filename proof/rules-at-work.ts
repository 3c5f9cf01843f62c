import type { SyntaxNode } from "@lezer/common";
import { functionName } from "../query/promql/labels";
import { readQuery } from "../query/promql/read-query";
import {
  argumentsOf,
  childrenOf,
  operandsOf,
  selectorOf,
} from "../query/promql/tree";
import type { Query, Selector } from "../query/promql/tree";
import type { Rule } from "../prometheus/rules/rule-group";
import { Possible, selecting } from "./possible-series";
import { seriesIn } from "./series-text";

/** Whether a query can return a sample. */
type Condition = (possible: Possible) => boolean;

/**
 * The rules that can produce a sample from these series. Of an environment's hundreds of rules a
 * handful remain, and their readers see no difference: a rule without samples needs no evaluation.
 *
 * @param rules in any order: a range may read what a later rule recorded at the previous evaluation
 * @param series raw series, as promtool reads them: `up{job="a"}`
 */
export function rulesAtWork<R extends Rule>(
  rules: readonly R[],
  series: readonly string[],
): readonly R[] {
  const possible = new Possible(
    series.flatMap((text) => {
      const found = seriesIn(text);
      return found === undefined ? [] : [{ ...found, whole: true }];
    }),
  );
  const atWork = new Set<R>();
  for (let before = -1; atWork.size > before;) {
    before = atWork.size;
    for (const rule of rules) {
      if (atWork.has(rule) || !conditionOf(rule)(possible)) continue;
      atWork.add(rule);
      if ("record" in rule) {
        const { record: name, labels = {} } = rule;
        possible.add({ name, labels, whole: false });
      }
    }
  }
  return rules.filter((rule) => atWork.has(rule));
}

/** The same rule occurs in many worlds. */
const conditions = new WeakMap<Rule, Condition>();

function conditionOf(rule: Rule): Condition {
  const known = conditions.get(rule);
  if (known !== undefined) return known;
  const query = readQuery(rule.expr);
  const condition = every(
    childrenOf(query.top).map((node) => conditionAt(query, node)),
  );
  conditions.set(rule, condition);
  return condition;
}

function conditionAt(query: Query, node: SyntaxNode): Condition {
  const all = (nodes: readonly SyntaxNode[]): readonly Condition[] =>
    nodes.map((each) => conditionAt(query, each));
  switch (node.name) {
    case "VectorSelector":
      return selection(selectorOf(query, node));
    case "BinaryExpr":
      return operation(node, all(operandsOf(node)));
    case "FunctionCall":
      return OUT_OF_NOTHING.has(functionName(query, node))
        ? always
        : every(all(argumentsOf(node)));
    case "AggregateExpr":
      return every(all(argumentsOf(node)));
    default:
      return every(all(operandsOf(node)));
  }
}

const always: Condition = () => true;

const every =
  (conditions: readonly Condition[]): Condition =>
  (possible) =>
    conditions.every((condition) => condition(possible));

/** Functions that return a sample without input series. */
const OUT_OF_NOTHING = new Set([
  "absent",
  "absent_over_time",
  "scalar",
  "vector",
]);

function operation(
  node: SyntaxNode,
  operands: readonly Condition[],
): Condition {
  const [left = always] = operands;
  if (node.getChild("Unless")) return left;
  return node.getChild("Or")
    ? (possible) => operands.some((operand) => operand(possible))
    : every(operands);
}

/**
 * Alerts are series too, and a name may be matched like any label: if in doubt, a series is
 * possible.
 */
function selection(selector: Selector): Condition {
  const { name } = selector;
  if (name === undefined || name.startsWith("ALERTS")) return always;
  const selected = selecting(selector);
  return (possible) => possible.named(name).some(selected);
}
