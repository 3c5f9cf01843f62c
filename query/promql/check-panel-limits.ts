import type { SyntaxNode } from "@lezer/common";
import type { Alert } from "../../model/alert";
import { metricQueries } from "../../model/dashboard";
import type { Panel } from "../../model/dashboard";
import type { Problem } from "../../model/problem";
import { operatorOf } from "./matching";
import { readQuery } from "./read-query";
import { operandsOf, writtenOf } from "./tree";
import type { Query } from "./tree";

/** An expression that an alert compares with one of its thresholds. */
export interface Limit {
  readonly alert: string;
  readonly threshold: string;
  /** The compared expression, without whitespace. */
  readonly compared: string;
}

/** Thresholds of alerts, with the compared expressions. */
export const limitsOf = (alerts: readonly Alert[]): readonly Limit[] =>
  alerts.flatMap((alert) => {
    // Alerts about good news have no threshold to show.
    if (alert.severity === "info") return [];
    if (Object.keys(alert.thresholds ?? {}).length === 0) return [];
    const query = readQuery(alert.expr);
    const [top] = operandsOf(query.top);
    return comparisonsIn(query, top).flatMap(([compared, limit]) => {
      const [, threshold] =
        /^\{([A-Za-z]\w*)\}$/.exec(writtenOf(query, limit).trim()) ?? [];
      return threshold === undefined
        ? []
        : { alert: alert.name, threshold, compared: bare(query, compared) };
    });
  });

/**
 * A panel that shows an expression which an alert compares must take its step from the alert, so
 * that the two cannot differ.
 *
 * @param path of the panel
 */
export function checkPanelLimits(
  path: string,
  { queries, thresholds, visualisation }: Panel,
  limits: readonly Limit[],
): readonly Problem[] {
  // A pie chart uses colours for its slices and cannot show a threshold.
  if (limits.length === 0 || visualisation.kind === "piechart") return [];
  const shown = metricQueries(queries).map((each) => {
    const query = readQuery(each.expr);
    const { thresholds: drawn = thresholds } = each;
    return {
      compared: bare(query, query.top),
      steps: drawn.kind === "steps" ? drawn.steps : [],
    };
  });
  return limits
    .filter((limit) =>
      shown.some(
        ({ compared, steps }) =>
          compared === limit.compared &&
          !steps.some(
            (step) =>
              "alert" in step &&
              step.alert === limit.alert &&
              step.threshold === limit.threshold,
          ),
      ),
    )
    .map(({ alert, threshold }) => ({
      path,
      message: `shows what alert "${alert}" compares with {${threshold}}, but not that limit: thresholds of panel and alert can differ`,
      next: `take the step from the alert: { colour: …, alert: "${alert}", threshold: "${threshold}" }`,
    }));
}

type Comparison = readonly [compared: SyntaxNode, limit: SyntaxNode];

/**
 * Comparisons that decide whether the alert fires; those after `and` and `unless` are only guards.
 */
function comparisonsIn(
  query: Query,
  node: SyntaxNode | undefined,
): readonly Comparison[] {
  if (node === undefined) return [];
  const [left, right] = operandsOf(node);
  if (node.name === "ParenExpr") return comparisonsIn(query, left);
  if (node.name !== "BinaryExpr" || left === undefined || right === undefined) {
    return [];
  }
  switch (operatorOf(query, node).toLowerCase()) {
    case "or":
      return [...comparisonsIn(query, left), ...comparisonsIn(query, right)];
    case "and":
    case "unless":
      return comparisonsIn(query, left);
    case ">":
    case ">=":
    case "<":
    case "<=":
      return [[left, right]];
    default:
      return [];
  }
}

/** The text without outer parentheses, and without whitespace outside of strings. */
function bare(query: Query, node: SyntaxNode): string {
  const [inner] = operandsOf(node);
  if (
    inner !== undefined &&
    (node.name === "PromQL" || node.name === "ParenExpr")
  ) {
    return bare(query, inner);
  }
  return writtenOf(query, node).replace(
    /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|#[^\n]*|\s+/g,
    (_, text?: string) => text ?? "",
  );
}
