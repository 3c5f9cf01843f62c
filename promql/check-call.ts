import type { SyntaxNode } from "@lezer/common";
import type { ExpressionContext } from "./check-expression";
import type { Finding } from "./finding";
import { functionName, labelsOf } from "./labels";
import type { SeriesType } from "./series-catalogue";
import {
  argumentsOf,
  innerSelector,
  operandsOf,
  selectorOf,
  textOf,
} from "./tree";
import type { Query } from "./tree";

const ON_COUNTERS = new Set(["rate", "irate", "increase", "resets"]);
const ON_GAUGES = new Set(["delta", "idelta", "deriv", "predict_linear"]);
const COUNTING: readonly SeriesType[] = ["counter", "bucket", "sum", "count"];

/** Two scrapes of the slowest common target; a shorter window often holds one sample, and a rate needs two. */
const SHORTEST_RATE_SECONDS = 60;

/** Functions are applied to series that they make sense on, over windows that hold enough samples. */
export function checkCall(
  query: Query,
  node: SyntaxNode,
  context: ExpressionContext,
): readonly Finding[] {
  const name = functionName(query, node);
  if (name === "histogram_quantile") return checkQuantile(query, node, context);
  if (!ON_COUNTERS.has(name) && !ON_GAUGES.has(name)) return [];
  const [argument] = argumentsOf(node);
  if (argument === undefined || argument.name === "SubqueryExpr") return [];
  const selector = innerSelector(argument);
  if (selector === undefined) {
    return [
      {
        from: argument.from,
        to: argument.to,
        message: `${name} needs the samples of a series, not the result of a query`,
        next: "put it around the selector, or use a subquery",
      },
    ];
  }
  const metric = selectorOf(query, selector).name;
  const facts =
    metric === undefined ? undefined : context.catalogue.get(metric);
  const findings: Finding[] = [];
  const at = { from: node.from, to: node.to };
  if (metric !== undefined && facts !== undefined) {
    const counts = COUNTING.includes(facts.type);
    if (ON_COUNTERS.has(name) && !counts) {
      findings.push({
        ...at,
        message: `${name} needs a counter, "${metric}" is ${article(facts.type)}`,
        next: "use delta or deriv on a gauge, nothing on a recorded rate",
      });
    }
    if (ON_GAUGES.has(name) && counts) {
      findings.push({
        ...at,
        message: `${name} needs a gauge, "${metric}" is a counter`,
        next: "use rate or increase",
      });
    }
  }
  return [
    ...findings,
    ...(ON_COUNTERS.has(name) ? checkWindow(query, name, argument) : []),
  ];
}

const article = (type: SeriesType): string =>
  type === "recorded" ? "a recorded series" : `a ${type}`;

function checkWindow(
  query: Query,
  name: string,
  argument: SyntaxNode,
): readonly Finding[] {
  const matrix =
    argument.name === "MatrixSelector"
      ? argument
      : operandsOf(argument).find((child) => child.name === "MatrixSelector");
  const duration = matrix?.getChild("DurationExpr");
  if (!duration) return [];
  const seconds = secondsOf(textOf(query, duration));
  return seconds === undefined || seconds >= SHORTEST_RATE_SECONDS
    ? []
    : [
        {
          from: duration.from,
          to: duration.to,
          message: `the window of ${name} must hold at least two scrapes, got ${textOf(query, duration)}`,
          next: "use 1m or more",
        },
      ];
}

const UNIT_SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** Length of a duration like `1h30m`; undefined for an arithmetic one. */
function secondsOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^(\d+(ms|[smhdwy]))+$/.test(trimmed)) return undefined;
  return [...trimmed.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, amount, unit]) =>
      sum + Number(amount) * (UNIT_SECONDS[unit ?? ""] ?? 0),
    0,
  );
}

function checkQuantile(
  query: Query,
  node: SyntaxNode,
  context: ExpressionContext,
): readonly Finding[] {
  const [, buckets] = argumentsOf(node);
  if (buckets === undefined) return [];
  const labels = labelsOf(query, buckets, context.catalogue);
  if (labels === "scalar" || labels.names === "any" || labels.names.has("le")) {
    return [];
  }
  return [
    {
      from: buckets.from,
      to: buckets.to,
      message: "histogram_quantile needs the label le, which is lost here",
      next: "keep it: sum by (le, …)",
    },
  ];
}
