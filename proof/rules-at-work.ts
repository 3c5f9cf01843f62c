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

/** A series that there may be, as far as its labels are known. */
interface PossibleSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Every label is known: one that is not among them is empty. */
  readonly whole: boolean;
}

/** Every series that there may be. */
class Possible {
  private readonly byName = new Map<string, PossibleSeries[]>();

  constructor(series: readonly PossibleSeries[]) {
    for (const each of series) this.add(each);
  }

  add(series: PossibleSeries): void {
    const namesakes = this.byName.get(series.name);
    if (namesakes === undefined) this.byName.set(series.name, [series]);
    else namesakes.push(series);
  }

  named(name: string): readonly PossibleSeries[] {
    return this.byName.get(name) ?? [];
  }
}

/** Whether something can come out of a query. */
type Condition = (possible: Possible) => boolean;

/**
 * Those of the rules that can have a sample in a world of these series. What remains of an
 * environment's hundreds of rules is a handful, and whatever reads them sees the same: a rule that
 * nothing can come out of needs no evaluation.
 *
 * @param rules in any order: a range may read what a later rule recorded at the evaluation before
 * @param series raw series, as promtool reads them: `up{job="a"}`
 */
export function rulesAtWork<R extends Rule>(
  rules: readonly R[],
  series: readonly string[],
): readonly R[] {
  const possible = new Possible(series.flatMap(seriesIn));
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

/** A name without braces is a selector as well. */
const seriesIn = (written: string): readonly PossibleSeries[] => {
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

/** A rule stands in many worlds. */
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

/** Functions that answer where there is no series. */
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
 * Alerts are series too, and a name may be matched like any label: what is not certain is possible.
 */
function selection({ name, matchers }: Selector): Condition {
  if (name === undefined || name.startsWith("ALERTS")) return always;
  const wanted = matchers.filter(({ operator }) => operator === "=");
  return (possible) =>
    possible.named(name).some(({ labels, whole }) =>
      wanted.every(({ label, value }) => {
        const known = labels[label] ?? (whole ? "" : undefined);
        return known === undefined || known === value;
      }),
    );
}
