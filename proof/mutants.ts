import type { SyntaxNode } from "@lezer/common";
import { decimal } from "../model/decimal";
import { milliseconds } from "../model/duration";
import { shortQuery } from "../model/short-query";
import { secondsOf } from "../query/promql/durations";
import { operatorOf } from "../query/promql/matching";
import { readQuery } from "../query/promql/read-query";
import { childrenOf, operandsOf, textOf } from "../query/promql/tree";
import type { Query, Span } from "../query/promql/tree";
import type { Rule } from "../prometheus/rules/rule-group";

/** A rule that differs from the declared one in one change. */
export interface Mutant {
  /** What was changed, unique within the rule: `0.05 → 0.0625`, `5m → 10m (2nd)`. */
  readonly change: string;
  readonly rule: Rule;
}

interface Edit extends Span {
  readonly by: string;
  readonly what?: string;
}

/**
 * All mutants of a rule. Each changes one threshold, comparison, matcher, window, aggregation or
 * its labels, arm of `and`, `or`, `unless`, or `for`: a mistake that someone could make and that a
 * proof must detect.
 */
export function mutantsOf(rule: Rule): readonly Mutant[] {
  const query = readQuery(rule.expr);
  const edits: Edit[] = [];
  query.top.cursor().iterate(({ node }) => {
    edits.push(...editsOf(query, node));
  });
  return named([
    ...edits.map(({ from, to, by, what }) => ({
      change: what ?? `${textOf(query, { from, to })} → ${by}`,
      rule: {
        ...rule,
        expr: `${rule.expr.slice(0, from)}${by}${rule.expr.slice(to)}`,
      },
    })),
    ...("alert" in rule
      ? [
          ...durationsBeside(rule.for).map((length) => ({
            change: `for ${rule.for} → ${length}`,
            rule: { ...rule, for: length },
          })),
          ...(rule.keep_firing_for === undefined
            ? []
            : durationsBeside(rule.keep_firing_for).map((length) => ({
                change: `keep_firing_for ${rule.keep_firing_for ?? ""} → ${length}`,
                rule: { ...rule, keep_firing_for: length },
              }))),
        ]
      : []),
  ]);
}

/** Equal changes of one rule get a number, in order of position. */
function named(mutants: readonly Mutant[]): readonly Mutant[] {
  const seen = new Map<string, number>();
  return mutants.map((mutant) => {
    const count = (seen.get(mutant.change) ?? 0) + 1;
    seen.set(mutant.change, count);
    return count === 1
      ? mutant
      : { ...mutant, change: `${mutant.change} (#${String(count)})` };
  });
}

function editsOf(query: Query, node: SyntaxNode): readonly Edit[] {
  switch (node.name) {
    case "NumberDurationLiteral":
      return numbersBeside(textOf(query, node)).map((by) => at(node, by));
    case "NumberDurationLiteralInDurationContext":
      return durationsBeside(textOf(query, node)).map((by) => at(node, by));
    case "UnquotedLabelMatcher":
      return matcherEdits(query, node);
    case "BinaryExpr":
      return operationEdits(query, node);
    case "AggregateExpr":
      return aggregationEdits(query, node);
    default:
      return [];
  }
}

const at = ({ from, to }: Span, by: string): Edit => ({ from, to, by });

/**
 * One step up and one down: by 1 for small whole numbers, by a quarter up and a fifth down for all
 * others.
 */
function numbersBeside(written: string): readonly string[] {
  const value = secondsOf(written) ?? Number(written);
  if (!Number.isFinite(value)) return [];
  const steps =
    Number.isInteger(value) && Math.abs(value) <= 10
      ? [value + 1, value - 1]
      : [value * 1.25, value * 0.8];
  return steps.map((step) => (step < 0 ? `(${decimal(step)})` : decimal(step)));
}

/** Twice and half as long; zero becomes five minutes. */
function durationsBeside(written: string): readonly string[] {
  const length = secondsOf(written);
  if (length === undefined) return [];
  return length === 0
    ? ["5m"]
    : [length * 2, length / 2].map((each) =>
        milliseconds(each * 1000).toString(),
      );
}

const OPPOSITE: Readonly<Record<string, string>> = {
  "=": "!=",
  "!=": "=",
  "=~": "!~",
  "!~": "=~",
  ">": "<",
  "<": ">",
  ">=": "<",
  "<=": ">",
  "==": "!=",
};

function matcherEdits(query: Query, node: SyntaxNode): readonly Edit[] {
  const operator = node.getChild("MatchOp");
  const written = textOf(query, node);
  const opposite = operator && OPPOSITE[textOf(query, operator)];
  // A selector may have no matchers, but not a stray comma.
  const comma = /^\s*,\s*/.exec(query.text.slice(node.to))?.[0].length ?? 0;
  const before = /,\s*$/.exec(query.text.slice(0, node.from))?.[0].length ?? 0;
  const from = comma > 0 ? node.from : node.from - before;
  return [
    { from, to: node.to + comma, by: "", what: `without ${written}` },
    ...(operator && opposite !== undefined && opposite !== null
      ? [
          {
            ...at(operator, opposite),
            what: `${written} negated`,
          },
        ]
      : []),
  ];
}

const ONE_LESS_STRICT: Readonly<Record<string, string>> = {
  ">": ">=",
  "<": "<=",
  ">=": ">",
  "<=": "<",
};

function operationEdits(query: Query, node: SyntaxNode): readonly Edit[] {
  const [left, right] = operandsOf(node);
  const operator = operatorOf(query, node);
  const place = childrenOf(node).find(
    (child) => left !== undefined && child.from >= left.to,
  );
  if (left === undefined || right === undefined || place === undefined) {
    return [];
  }
  const swap = (by: string): Edit => ({
    ...at(place, by),
    what: `${shortQuery(textOf(query, left))} ${operator} → ${by}`,
  });
  const only = (side: SyntaxNode, which: string): Edit => ({
    ...at(node, textOf(query, side)),
    what: `${operator}: only ${which} ${shortQuery(textOf(query, side))}`,
  });
  switch (operator) {
    case "and":
      return [swap("unless"), only(left, "left"), only(right, "right")];
    case "unless":
      return [swap("and"), only(left, "left")];
    case "or":
      return [only(left, "left"), only(right, "right")];
    case "-":
      return [swap("+")];
    case "+":
      return [swap("-")];
    default: {
      const opposite = OPPOSITE[operator];
      const strict = ONE_LESS_STRICT[operator];
      return [
        ...(opposite === undefined ? [] : [swap(opposite)]),
        // A ratio of many events is never exactly equal to a threshold.
        ...(strict === undefined || isFraction(textOf(query, right))
          ? []
          : [swap(strict)]),
      ];
    }
  }
}

const isFraction = (text: string): boolean => /^\d*\.\d+$/.test(text);

const OTHER_AGGREGATION: Readonly<Record<string, string>> = {
  sum: "avg",
  avg: "sum",
  max: "min",
  min: "max",
  count: "max",
};

function aggregationEdits(query: Query, node: SyntaxNode): readonly Edit[] {
  const operator = node.getChild("AggregateOp");
  const other = operator && OTHER_AGGREGATION[textOf(query, operator)];
  const labels =
    node
      .getChild("AggregateModifier")
      ?.getChild("GroupingLabels")
      ?.getChildren("LabelName") ?? [];
  return [
    ...(operator && other !== undefined && other !== null
      ? [
          {
            ...at(operator, other),
            what: `${shortQuery(textOf(query, node))}: ${other}`,
          },
        ]
      : []),
    ...labels.map((label) => {
      const comma =
        /^\s*,\s*/.exec(query.text.slice(label.to))?.[0].length ?? 0;
      const before =
        comma > 0
          ? 0
          : (/,\s*$/.exec(query.text.slice(0, label.from))?.[0].length ?? 0);
      return {
        from: label.from - before,
        to: label.to + comma,
        by: "",
        what: `${shortQuery(textOf(query, node))}: without label ${textOf(query, label)}`,
      };
    }),
  ];
}
