import type { SyntaxNode } from "@lezer/common";
import { functionName } from "../promql/labels";
import { readQuery } from "../promql/read-query";
import {
  argumentsOf,
  childrenOf,
  operandsOf,
  selectorOf,
} from "../promql/tree";
import type { Selector } from "../promql/tree";
import type { Rule } from "../rules/rule-group";

/** A series that there may be, as far as its labels are known. */
interface Possible {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Every label is known: one that is not among them is empty. */
  readonly whole: boolean;
}

/**
 * Those of the rules that can have a sample in a world of these series. What remains of an environment's hundreds of rules is a handful,
 * and whatever reads them sees the same: a rule that nothing can come out of needs no evaluation.
 *
 * @param rules in any order: a range may read what a later rule recorded at the evaluation before
 * @param series raw series, as promtool reads them: `up{job="a"}`
 */
export function rulesAtWork<R extends Rule>(
  rules: readonly R[],
  series: readonly string[],
): readonly R[] {
  const possible = series.flatMap(seriesIn);
  const atWork = new Set<R>();
  for (let before = -1; atWork.size > before;) {
    before = atWork.size;
    for (const rule of rules) {
      if (atWork.has(rule) || !mayYield(rule.expr, possible)) continue;
      atWork.add(rule);
      if ("record" in rule) {
        const { record: name, labels = {} } = rule;
        possible.push({ name, labels, whole: false });
      }
    }
  }
  return rules.filter((rule) => atWork.has(rule));
}

/** A name without braces is a selector as well. */
const seriesIn = (written: string): readonly Possible[] => {
  const query = readQuery(written);
  const node = query.top.getChild("VectorSelector");
  if (node === null) return [];
  const { name, matchers } = selectorOf(query, node);
  return name === undefined
    ? []
    : [
        {
          name,
          labels: Object.fromEntries(
            matchers.map(({ label, value }) => [label, value]),
          ),
          whole: true,
        },
      ];
};

function mayYield(expr: string, possible: readonly Possible[]): boolean {
  const query = readQuery(expr);
  const yields = (node: SyntaxNode): boolean => {
    switch (node.name) {
      case "VectorSelector": {
        const selector = selectorOf(query, node);
        return possible.some((each) => maySelect(selector, each));
      }
      case "BinaryExpr":
        return operation(node, yields);
      case "FunctionCall": {
        const given = argumentsOf(node);
        return (
          OUT_OF_NOTHING.has(functionName(query, node)) || given.every(yields)
        );
      }
      case "AggregateExpr":
        return argumentsOf(node).every(yields);
      default:
        return operandsOf(node).every(yields);
    }
  };
  return childrenOf(query.top).every(yields);
}

/** Functions that answer where there is no series. */
const OUT_OF_NOTHING = new Set([
  "absent",
  "absent_over_time",
  "scalar",
  "vector",
]);

function operation(
  node: SyntaxNode,
  yields: (node: SyntaxNode) => boolean,
): boolean {
  const [left, right] = operandsOf(node);
  if (left === undefined || right === undefined) return true;
  if (node.getChild("Or")) return yields(left) || yields(right);
  if (node.getChild("Unless")) return yields(left);
  return yields(left) && yields(right);
}

/** Alerts are series too, and a name may be matched like any label: what is not certain is possible. */
const maySelect = ({ name, matchers }: Selector, series: Possible): boolean =>
  name === undefined ||
  name.startsWith("ALERTS") ||
  (name === series.name &&
    matchers.every(({ label, operator, value }) => {
      const known = series.labels[label] ?? (series.whole ? "" : undefined);
      return operator !== "=" || known === undefined || known === value;
    }));
