import type { SyntaxNode } from "@lezer/common";
import { boundText, boundTexts } from "../../model/bucket-bounds";
import type { ExpressionContext } from "./expression-context";
import type { Finding } from "./finding";
import { checkMatcherValues } from "./matcher-values";
import { nearest } from "./nearest";
import { hasVariable, isVariableName } from "./parseable-text";
import { EXTERNAL_LABELS, exportedName } from "../../model/external-labels";
import { fulfils } from "../../model/label-matcher";
import type { MatchOperator } from "../../model/label-matcher";
import type {
  OwnerLabel,
  SeriesCatalogue,
  SeriesFacts,
} from "./series-catalogue";
import { selectorOf } from "./tree";
import type { Matcher, Query } from "./tree";

/** A selector must name an existing series and its labels, and select the system of the query. */
export function checkSelector(
  query: Query,
  node: SyntaxNode,
  context: ExpressionContext,
): readonly Finding[] {
  const { name, names, matchers } = selectorOf(query, node);
  const at = { from: node.from, to: node.to };
  const other = names.find((each) => each !== name);
  if (name !== undefined && other !== undefined) {
    return [
      {
        ...at,
        message: `no series has the names "${name}" and "${other}"`,
        next: "name one metric; write one selector for each",
      },
    ];
  }
  if (name === undefined) {
    return [
      {
        ...at,
        message: "the selector names no metric",
        next: "name the metric; write one selector for each",
      },
    ];
  }
  if (isVariableName(name)) return [];
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
      message: `"${name}" is a histogram, which has no series with that name`,
      next: `read ${name}_bucket, ${name}_sum or ${name}_count`,
    };
  }
  const summarised = name.replace(/_bucket$/, "");
  if (summarised !== name && catalogue.has(`${summarised}_count`)) {
    return {
      message: `"${summarised}" is a summary, which has no buckets`,
      next: `read one of its quantiles, or ${summarised}_sum and ${summarised}_count`,
    };
  }
  const guess = nearest(name, catalogue.names());
  const chart = chartOf(name, catalogue);
  const declare =
    chart === undefined
      ? "declare it in the service's metrics or record it"
      : `add it to the metrics of the chart "${chart}", which its name belongs to`;
  return {
    message: `unknown metric "${name}"`,
    next:
      guess === undefined
        ? declare
        : `did you mean "${guess}"? otherwise ${declare}`,
  };
}

/** The chart whose metrics begin with the same word: `tempo_`, `loki_`. */
function chartOf(name: string, catalogue: SeriesCatalogue): string | undefined {
  const [word = ""] = name.split("_");
  for (const known of catalogue.names()) {
    const [own = ""] = known.split("_");
    // `tempodb_…` is Tempo's too.
    if (own.length < 4 || !word.startsWith(own)) continue;
    const chart = catalogue.get(known)?.chart;
    if (chart !== undefined) return chart;
  }
  return undefined;
}

function checkMatcher(
  metric: string,
  matcher: Matcher,
  facts: SeriesFacts,
): readonly Finding[] {
  const { node, label, operator, value } = matcher;
  const at = { from: node.from, to: node.to };
  const { names } = facts.labels;
  if (EXTERNAL_LABELS.some((each) => each === label)) {
    const own = exportedName(label);
    return [
      {
        ...at,
        message: `label "${label}" is added when data leaves Prometheus, so rules never see it`,
        next:
          names !== "any" && names.has(own)
            ? `read ${own}, as scraping renames the metric's own label`
            : "remove the matcher",
      },
    ];
  }
  if (names !== "any" && !names.has(label)) {
    return [
      {
        ...at,
        message: `"${metric}" has no label "${label}"`,
        next: `it has ${[...names].sort().join(", ")}`,
      },
    ];
  }
  const known = facts.labels.values?.get(label);
  if (known !== undefined && !hasVariable(value)) {
    return checkMatcherValues(matcher, known, !facts.labels.exact);
  }
  return label === "le" && facts.bounds !== undefined && !hasVariable(value)
    ? checkBound(at, metric, operator, value, facts.bounds)
    : [];
}

function checkBound(
  at: Pick<Finding, "from" | "to">,
  metric: string,
  operator: MatchOperator,
  value: string,
  bounds: readonly number[],
): readonly Finding[] {
  const texts = boundTexts(bounds);
  // Whichever bounds it takes or leaves out, the one that it names is there.
  const named = {
    operator: operator.endsWith("~") ? "=~" : "=",
    value,
  } as const;
  if (texts.some((text) => fulfils(named, text))) return [];
  const asFloat = value.trim() === "" ? "" : boundText(Number(value));
  return [
    {
      ...at,
      message: `"${metric}" has no bucket le${operator}"${value}"`,
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
  if (facts.owners.length === 0 || readsAllSystems) return [];
  const own: Readonly<Record<OwnerLabel, string>> = { system, namespace };
  const says = facts.owners.some((label) =>
    matchers.some(
      (matcher) =>
        matcher.label === label &&
        matcher.operator === "=" &&
        matcher.value === own[label],
    ),
  );
  return says
    ? []
    : [
        {
          ...at,
          message: `several systems have "${metric}", and the query does not select one`,
          next: `add ${facts.owners.map((label) => `${label}="${own[label]}"`).join(" or ")}`,
        },
      ];
}
