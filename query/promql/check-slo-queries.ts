import { mayBe } from "../../model/label-values";
import type { Problem } from "../../model/problem";
import type { Slo } from "../../model/slo";
import { checkExpression } from "./check-expression";
import type { ExpressionContext } from "./expression-context";
import { checkUnfilled } from "./check-unfilled";
import { labelsOf } from "./labels";
import { namedValues } from "./matcher-values";
import { readQuery } from "./read-query";
import type { SeriesCatalogue, SeriesFacts } from "./series-catalogue";
import { selectorOf } from "./tree";

/**
 * Checks the queries of an SLO: each by itself, their labels against each other, and the examples.
 */
export function checkSloQueries(
  path: string,
  slo: Slo,
  context: ExpressionContext,
): readonly Problem[] {
  const grouped = [
    ["bad", slo.bad] as const,
    ...("total" in slo ? [["total", slo.total] as const] : []),
  ];
  const queries = [
    ...grouped,
    ...("outOf" in slo ? [["outOf", slo.outOf.query] as const] : []),
  ];
  const wrong = queries.flatMap(([which, expr]) =>
    [
      ...checkUnfilled(expr, { names: false, variables: false }),
      ...checkExpression(expr, context),
    ].map(({ from, to, message, next }) => ({
      path: `${path} ${which} at ${String(from)}-${String(to)}`,
      message,
      next,
    })),
  );
  if (wrong.length > 0) return wrong;
  const { catalogue } = context;
  return [
    ...grouped.flatMap(([which, expr]) =>
      missingGroupBy(
        path,
        which,
        labelNames(expr, catalogue),
        slo.groupBy ?? [],
      ),
    ),
    ...("total" in slo
      ? differentLabels(
          path,
          labelNames(slo.bad, catalogue),
          labelNames(slo.total, catalogue),
        )
      : []),
    ...checkExamples(path, slo, catalogue),
  ];
}

type LabelNames = ReadonlySet<string> | "any" | "scalar";

function labelNames(expr: string, catalogue: SeriesCatalogue): LabelNames {
  const query = readQuery(expr);
  const result = labelsOf(query, query.top, catalogue);
  return result === "scalar" ? result : result.names;
}

function missingGroupBy(
  path: string,
  which: string,
  names: LabelNames,
  groupBy: readonly string[],
): readonly Problem[] {
  if (names === "any") return [];
  const present = names === "scalar" ? new Set<string>() : names;
  return groupBy
    .filter((label) => !present.has(label))
    .map((label) => ({
      path: `${path} ${which}`,
      message: `the group-by label "${label}" is not a label of the result`,
      got: list(present),
      next: `keep it: sum by (${label}) (…)`,
    }));
}

/**
 * Both are summed by the SLO's groupBy, so other labels would silently be summed on one side only.
 */
function differentLabels(
  path: string,
  bad: LabelNames,
  total: LabelNames,
): readonly Problem[] {
  if (bad === "any" || total === "any") return [];
  const ofBad = withoutSystem(bad);
  const ofTotal = withoutSystem(total);
  return list(ofBad) === list(ofTotal)
    ? []
    : [
        {
          path,
          message: "bad and total have different labels",
          got: `${list(ofBad)} and ${list(ofTotal)}`,
          next: "aggregate both by the same labels",
        },
      ];
}

/** A label that only a recorded series adds does not affect what is counted. */
const withoutSystem = (names: ReadonlySet<string> | "scalar") =>
  new Set(
    names === "scalar" ? [] : [...names].filter((name) => name !== "system"),
  );

const list = (names: ReadonlySet<string>): string =>
  names.size === 0 ? "no labels" : `{${[...names].sort().join(", ")}}`;

function checkExamples(
  path: string,
  { examples }: Slo,
  catalogue: SeriesCatalogue,
): readonly Problem[] {
  return [
    ...new Set([...Object.keys(examples.good), ...Object.keys(examples.bad)]),
  ].flatMap((series) => {
    const name = /^[a-zA-Z_:][a-zA-Z0-9_:]*/.exec(series)?.[0] ?? series;
    const facts = catalogue.get(name);
    if (facts === undefined || facts.type === "recorded") {
      return [
        {
          path: `${path} examples`,
          message:
            facts === undefined
              ? `unknown metric "${name}"`
              : `"${name}" is recorded; a proof starts from raw series`,
          got: series,
          next: "name a series of the service's metrics",
        },
      ];
    }
    return wrongValues(path, series, facts);
  });
}

/** A value that no series has proves nothing, although promtool accepts it. */
function wrongValues(
  path: string,
  series: string,
  { labels }: SeriesFacts,
): readonly Problem[] {
  const query = readQuery(series);
  const node = query.top.getChild("VectorSelector");
  if (node === null) return [];
  return selectorOf(query, node).matchers.flatMap(({ label, value }) => {
    const known = labels.values?.get(label);
    return known === undefined || mayBe(known, value)
      ? []
      : [
          {
            path: `${path} examples`,
            message: `no value of "${label}" is "${value}"`,
            got: series,
            next: namedValues(label, value, known),
          },
        ];
  });
}
