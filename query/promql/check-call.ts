import type { SyntaxNode } from "@lezer/common";
import { readPattern } from "../../model/re2-pattern";
import type { ExpressionContext } from "./expression-context";
import { secondsOf } from "./durations";
import type { Finding } from "./finding";
import { functionName, labelsOf } from "./labels";
import type { SeriesType } from "./series-catalogue";
import {
  argumentsOf,
  innerSelector,
  operandsOf,
  quoted,
  selectorOf,
  textOf,
  writtenOf,
} from "./tree";
import type { Query } from "./tree";

const ON_COUNTERS = new Set(["rate", "irate", "increase", "resets"]);
const ON_GAUGES = new Set(["delta", "idelta", "deriv", "predict_linear"]);
const COUNTING: readonly SeriesType[] = ["counter", "bucket", "sum", "count"];

/**
 * Two scrapes where nobody says how often the target is scraped; a shorter window often holds one
 * sample, and a rate needs two.
 */
const SHORTEST_RATE_SECONDS = 60;

/** Checks that functions get series of a suitable type, over windows with enough samples. */
export function checkCall(
  query: Query,
  node: SyntaxNode,
  context: ExpressionContext,
): readonly Finding[] {
  const name = functionName(query, node);
  if (name === "label_replace") return checkReplacement(query, node);
  if (name === "histogram_quantile") return checkQuantile(query, node, context);
  if (!ON_COUNTERS.has(name) && !ON_GAUGES.has(name)) return [];
  const [argument] = argumentsOf(node);
  const selector = argument && innerSelector(argument);
  if (argument === undefined || selector === undefined) return [];
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
        next:
          facts.type === "quantile"
            ? `take the ${name} of ${metric}_sum or ${metric}_count; a quantile is read as it is`
            : "use delta or deriv on a gauge, nothing on a recorded rate",
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
    ...(ON_COUNTERS.has(name)
      ? checkWindow(query, name, argument, facts?.interval)
      : []),
  ];
}

const article = (type: SeriesType): string => {
  switch (type) {
    case "recorded":
      return "a recorded series";
    case "quantile":
      return "a quantile of a summary";
    case "counter":
    case "gauge":
    case "bucket":
    case "sum":
    case "count":
      return `a ${type}`;
  }
};

function checkWindow(
  query: Query,
  name: string,
  argument: SyntaxNode,
  interval = 0,
): readonly Finding[] {
  const matrix = innerRange(argument);
  const duration = matrix?.getChild("DurationExpr");
  if (!duration) return [];
  const at = { from: duration.from, to: duration.to };
  const written = writtenOf(query, duration);
  if (/^\$\{?__interval\}?$/.test(written)) {
    return [
      {
        ...at,
        message: `the window of ${name} must hold at least two scrapes, ${written} may be too short`,
        next: "use $__rate_interval",
      },
    ];
  }
  // Any other variable may be long enough.
  if (written.includes("$")) return [];
  const seconds = secondsOf(textOf(query, duration));
  const shortest = interval === 0 ? SHORTEST_RATE_SECONDS : 2 * interval;
  return seconds === undefined || seconds >= shortest
    ? []
    : [
        {
          ...at,
          message: `the window of ${name} must hold at least two scrapes, got ${written}`,
          next: `use ${shortest % 60 === 0 ? `${String(shortest / 60)}m` : `${String(shortest)}s`} or more`,
        },
      ];
}

function innerRange(node: SyntaxNode): SyntaxNode | undefined {
  if (node.name === "MatrixSelector") return node;
  const [inner] = operandsOf(node);
  return inner && innerRange(inner);
}

/** Prometheus compiles the pattern at each evaluation only, and fails the rule then. */
function checkReplacement(query: Query, node: SyntaxNode): readonly Finding[] {
  const pattern = argumentsOf(node)[4];
  if (pattern?.name !== "StringLiteral") return [];
  const text = quoted(textOf(query, pattern));
  const { problem } = readPattern(text);
  return problem === undefined
    ? []
    : [
        {
          from: pattern.from,
          to: pattern.to,
          message: `"${text}" is not a valid regular expression: ${problem}`,
          next: "correct it; Prometheus reads RE2",
        },
      ];
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
