import type { SyntaxNode } from "@lezer/common";
import type { ExpressionContext } from "./check-expression";
import type { Finding } from "./finding";
import { nearest } from "./nearest";
import type { SeriesFacts } from "./series-catalogue";
import { selectorOf } from "./tree";
import type { Matcher, Query } from "./tree";

/** Labels that exist on alerts and remote storage only, never on what a rule reads. */
const EXTERNAL_LABELS = ["cluster", "environment", "prometheus_replica"];

/** A selector reads a series that exists, by labels that it has, of the system that asks. */
export function checkSelector(
  query: Query,
  node: SyntaxNode,
  context: ExpressionContext,
): readonly Finding[] {
  const { name, matchers } = selectorOf(query, node);
  if (name === undefined) return [];
  const at = { from: node.from, to: node.to };
  const facts = context.catalogue.get(name);
  if (facts === undefined) return [{ ...at, ...unknownMetric(name, context) }];
  return [
    ...matchers.flatMap((matcher) => checkMatcher(name, matcher, facts)),
    ...checkSystem(at, name, matchers, facts, context),
  ];
}

function unknownMetric(
  name: string,
  { catalogue }: ExpressionContext,
): Pick<Finding, "message" | "next"> {
  if (catalogue.has(`${name}_bucket`)) {
    return {
      message: `"${name}" is a histogram, which has no series of its own`,
      next: `read ${name}_bucket, ${name}_sum or ${name}_count`,
    };
  }
  const guess = nearest(name, catalogue.keys());
  return {
    message: `unknown metric "${name}"`,
    next:
      guess === undefined
        ? "declare it in the service's metrics or record it"
        : `did you mean "${guess}"? otherwise declare it in the service's metrics or record it`,
  };
}

function checkMatcher(
  metric: string,
  { node, label, operator, value }: Matcher,
  facts: SeriesFacts,
): readonly Finding[] {
  const at = { from: node.from, to: node.to };
  if (EXTERNAL_LABELS.includes(label)) {
    return [
      {
        ...at,
        message: `label "${label}" is added when data leaves Prometheus, rules never see it`,
        next: "remove the matcher",
      },
    ];
  }
  const { names } = facts.labels;
  if (names !== "any" && !names.has(label)) {
    return [
      {
        ...at,
        message: `"${metric}" has no label "${label}"`,
        next: `it has ${[...names].sort().join(", ")}`,
      },
    ];
  }
  if (operator.includes("~")) return checkRegex(at, value);
  return label === "le" && facts.bounds !== undefined
    ? checkBound(at, metric, value, facts.bounds)
    : [];
}

function checkRegex(
  at: Pick<Finding, "from" | "to">,
  value: string,
): readonly Finding[] {
  try {
    // RE2 allows flags in front, JavaScript does not.
    new RegExp(value.replace(/^\(\?[imsU]+\)/, "").replaceAll("\\\\", "\\"));
    return [];
  } catch {
    return [
      {
        ...at,
        message: `"${value}" is no regular expression`,
        next: "correct it; Prometheus reads RE2",
      },
    ];
  }
}

/** Prometheus stores bounds as floats: `0.5`, `1.0`, `60.0`, `+Inf`. */
const boundText = (bound: number): string =>
  Number.isInteger(bound) ? `${String(bound)}.0` : String(bound);

function checkBound(
  at: Pick<Finding, "from" | "to">,
  metric: string,
  value: string,
  bounds: readonly number[],
): readonly Finding[] {
  const texts = [...bounds.map(boundText), "+Inf"];
  if (texts.includes(value)) return [];
  const asFloat = boundText(Number(value));
  return [
    {
      ...at,
      message: `"${metric}" has no bucket le="${value}"`,
      next: texts.includes(asFloat)
        ? `Prometheus writes bounds as floats: le="${asFloat}"`
        : `it has ${texts.join(", ")}`,
    },
  ];
}

function checkSystem(
  at: Pick<Finding, "from" | "to">,
  metric: string,
  matchers: readonly Matcher[],
  facts: SeriesFacts,
  { system, namespace, readsAllSystems }: ExpressionContext,
): readonly Finding[] {
  if (!facts.shared || readsAllSystems) return [];
  const matches = (label: string, value: string): boolean =>
    matchers.some(
      (matcher) =>
        matcher.label === label &&
        matcher.operator === "=" &&
        matcher.value === value,
    );
  if (matches("system", system) || matches("namespace", namespace)) return [];
  return [
    {
      ...at,
      message: `several systems have "${metric}", the query does not say which`,
      next: `add system="${system}" or namespace="${namespace}"`,
    },
  ];
}
