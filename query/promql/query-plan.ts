import type { SyntaxNode } from "@lezer/common";
import type { MatchOperator } from "../../model/label-matcher";
import { secondsOf } from "./durations";
import { functionName } from "./labels";
import { matchingOf } from "./matching";
import type { Matching } from "./matching";
import {
  CHOOSING,
  aggregationName,
  argumentsOf,
  childrenOf,
  groupingLabels,
  operandsOf,
  quoted,
  selectorOf,
  textOf,
} from "./tree";
import type { Query } from "./tree";

/** What a query does with series, as far as that decides how many there are. */
export type Plan =
  | { readonly kind: "number"; readonly of: readonly Plan[] }
  | { readonly kind: "one-sample" }
  | { readonly kind: "nothing"; readonly of: Plan }
  | { readonly kind: "unknown"; readonly of: readonly Plan[] }
  | {
      readonly kind: "selection";
      /** A name, or the place of the text that holds it. */
      readonly name: string | number | undefined;
      readonly matchers: readonly PlannedMatcher[];
      /** Seconds of its range; 0 where it is one sample. */
      readonly range: number;
    }
  | {
      readonly kind: "subquery";
      readonly of: Plan;
      readonly range: number;
      /** Seconds; `undefined` for the default. */
      readonly step: number | undefined;
    }
  | {
      readonly kind: "group";
      readonly of: Plan;
      readonly by: boolean;
      readonly labels: readonly string[];
    }
  | {
      readonly kind: "new-label";
      readonly of: Plan;
      /** Place of the text with the label's name. */
      readonly label: number | undefined;
      /** Place of its value; with a `$` in it, the value is made of those of the sources. */
      readonly value: number | undefined;
      /** Places of the names of other labels. */
      readonly sources: readonly number[];
      readonly joined: boolean;
    }
  | {
      /** A chain of `or` that compares all labels, as the tiles of SLO windows are. */
      readonly kind: "any-of";
      readonly of: readonly Plan[];
    }
  | {
      readonly kind: "or" | "and" | "unless" | "arithmetic";
      readonly left: Plan;
      readonly right: Plan;
      readonly matching: Matching;
    };

interface PlannedMatcher {
  readonly label: string;
  readonly operator: MatchOperator;
  /** Place of the text with its value. */
  readonly value: number;
}

/** A query as a plan and its texts. */
export interface PlannedQuery {
  readonly plan: Plan;
  readonly texts: readonly string[];
}

/** A query whose plan is made, and the place of each of its texts. */
interface Reader {
  readonly query: Query;
  readonly placeOf: (text: string) => number;
}

/**
 * The plan of a query with a tree.
 * @param placeOf the place of a text among those of the query
 */
export const planOfTree = (
  query: Query,
  placeOf: (text: string) => number,
): Plan => planned({ query, placeOf }, query.top);

function planned(reader: Reader, node: SyntaxNode | undefined): Plan {
  if (node === undefined) return { kind: "unknown", of: [] };
  const [first] = operandsOf(node);
  switch (node.name) {
    case "PromQL":
    case "ParenExpr":
    case "UnaryExpr":
    case "OffsetExpr":
    case "StepInvariantExpr":
      return planned(reader, first);
    case "NumberDurationLiteral":
    case "StringLiteral":
      return { kind: "number", of: [] };
    case "VectorSelector":
      return selection(reader, node, 0);
    case "MatrixSelector":
      return first === undefined
        ? planned(reader, first)
        : selection(reader, first, secondsIn(reader, node)[0] ?? 0);
    case "SubqueryExpr": {
      const [range = 0, step] = secondsIn(reader, node);
      return { kind: "subquery", of: planned(reader, first), range, step };
    }
    case "AggregateExpr":
      return aggregation(reader, node);
    case "FunctionCall":
      return call(reader, node);
    case "BinaryExpr":
      return operation(reader, node);
    default:
      return { kind: "unknown", of: [] };
  }
}

/** Durations in brackets: the range, and the step of a subquery. */
const secondsIn = (reader: Reader, node: SyntaxNode): readonly number[] =>
  childrenOf(node)
    .slice(1)
    .flatMap((child) => secondsOf(textOf(reader.query, child)) ?? []);

function selection(reader: Reader, node: SyntaxNode, range: number): Plan {
  const { name, matchers } = selectorOf(reader.query, node);
  return {
    kind: "selection",
    // A name in quotes is the place of its text by now, and no name begins with a digit.
    name: name === undefined || !/^\d+$/.test(name) ? name : Number(name),
    matchers: matchers.map(({ label, operator, value }) => ({
      label,
      operator,
      value: reader.placeOf(value),
    })),
    range,
  };
}

function aggregation(reader: Reader, node: SyntaxNode): Plan {
  const of = planned(reader, argumentsOf(node).at(-1));
  if (CHOOSING.has(aggregationName(reader.query, node))) return of;
  const modifier = node.getChild("AggregateModifier");
  const grouping = modifier?.getChild("GroupingLabels");
  const labels = grouping ? groupingLabels(reader.query, grouping) : [];
  const by = modifier?.getChild("Without") == null;
  return { kind: "group", of, by, labels };
}

const NUMBERS = new Set(["scalar", "time", "pi"]);

function call(reader: Reader, node: SyntaxNode): Plan {
  const name = functionName(reader.query, node);
  const given = argumentsOf(node);
  const plans = given.map((each) => planned(reader, each));
  const [first = { kind: "one-sample" }, second = first] = plans;
  if (NUMBERS.has(name)) return { kind: "number", of: plans };
  const placeOf = (at: number): number | undefined => {
    const literal = given[at];
    return literal?.name === "StringLiteral"
      ? reader.placeOf(quoted(textOf(reader.query, literal)))
      : undefined;
  };
  switch (name) {
    case "vector":
      return { kind: "one-sample" };
    case "absent":
    case "absent_over_time":
      return { kind: "nothing", of: first };
    case "info":
      return { kind: "unknown", of: plans };
    case "histogram_quantile":
      return { kind: "group", of: second, by: false, labels: ["le"] };
    case "histogram_fraction":
      return {
        kind: "group",
        of: plans[2] ?? first,
        by: false,
        labels: ["le"],
      };
    case "label_replace":
    case "label_join":
      return {
        kind: "new-label",
        of: first,
        label: placeOf(1),
        value: placeOf(2),
        sources: given.slice(3).flatMap((_, at) => placeOf(at + 3) ?? []),
        joined: name === "label_join",
      };
    default:
      return plans.find(({ kind }) => kind !== "number") ?? first;
  }
}

function operation(reader: Reader, node: SyntaxNode): Plan {
  const [leftNode, rightNode] = operandsOf(node);
  const left = planned(reader, leftNode);
  const right = planned(reader, rightNode);
  const kind = node.getChild("Or")
    ? "or"
    : node.getChild("And")
      ? "and"
      : node.getChild("Unless")
        ? "unless"
        : "arithmetic";
  const matching = matchingOf(reader.query, node);
  return kind === "or" &&
    matching.kind === "ignoring" &&
    matching.labels.length === 0
    ? { kind: "any-of", of: [...armsOf(left), ...armsOf(right)] }
    : { kind, left, right, matching };
}

const armsOf = (plan: Plan): readonly Plan[] =>
  plan.kind === "any-of" ? plan.of : [plan];
