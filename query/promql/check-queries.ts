import type { Alert } from "../../model/alert";
import type { Allowances } from "../../model/allowances";
import { metricQueries } from "../../model/dashboard";
import type { Dashboard } from "../../model/dashboard";
import type { Problem } from "../../model/problem";
import type { Service } from "../../model/service";
import { thresholdValue } from "../../model/threshold";
import { checkAlertLabels } from "./check-alert-labels";
import { checkAlertTexts } from "./check-alert-texts";
import { checkExpression } from "./check-expression";
import { contextOf } from "./expression-context";
import type { ExpressionContext } from "./expression-context";
import { checkLegend } from "./check-legend";
import { checkPanelLimits, limitsOf } from "./check-panel-limits";
import type { Limit } from "./check-panel-limits";
import { checkSloQueries } from "./check-slo-queries";
import { checkTextQueries } from "./check-text-queries";
import { checkThresholdNames } from "./check-threshold-names";
import { checkUnfilled } from "./check-unfilled";
import type { Filled } from "./check-unfilled";
import { checkVariablesIn } from "./check-variable-use";
import { checkVariable } from "./check-variables";
import { problemAt } from "./finding";
import type { Finding } from "./finding";
import { allLints } from "./lints/all-lints";
import type { SeriesCatalogue } from "./series-catalogue";

/** Checks all PromQL queries of a service: recording rules, alerts with their texts, panels. */
export function checkQueries(
  service: Service,
  series: SeriesCatalogue,
): readonly Problem[] {
  const context = contextOf(service, series);
  const { catalogue } = context;
  const at = `services/${service.key}`;
  const limits = limitsOf(service.alerts);
  return [
    ...service.recording.flatMap(({ rules }) =>
      rules.flatMap((rule) =>
        problemsOf(`${at} recording rule "${rule.record}"`, rule, context, {
          names: false,
          variables: false,
        }),
      ),
    ),
    ...service.slos.flatMap((slo) =>
      checkSloQueries(`${at} slo "${slo.name}"`, slo, context),
    ),
    ...service.alerts.flatMap((alert) => {
      const path = `${at} alert "${alert.name}"`;
      return [
        ...problemsOf(
          path,
          alert,
          {
            ...context,
            notifies: true,
            anyEvent: limitsBelowOne(alert.thresholds),
            interrupts: alert.priority === "P0" || alert.priority === "P1",
          },
          { names: true, variables: false },
        ),
        ...checkThresholdNames(path, alert),
        ...checkAlertTexts(path, alert, catalogue),
        ...checkTextQueries(path, alert, context),
        ...checkAlertLabels(path, alert, catalogue),
      ];
    }),
    ...service.dashboards.flatMap((dashboard) =>
      checkDashboard(
        `${at} dashboard "${dashboard.uid}"`,
        dashboard,
        context,
        limits,
      ),
    ),
  ];
}

const limitsBelowOne = (
  thresholds: Alert["thresholds"] = {},
): readonly string[] =>
  Object.entries(thresholds).flatMap(([name, limit]) =>
    thresholdValue(limit) < 1 ? [name] : [],
  );

function checkDashboard(
  path: string,
  { panels, variables = [] }: Dashboard,
  context: ExpressionContext,
  limits: readonly Limit[],
): readonly Problem[] {
  return [
    ...variables.flatMap((variable) =>
      checkVariable(path, variable, context.catalogue),
    ),
    ...panels.flatMap((panel) => {
      const panelPath = `${path} panel "${panel.title}"`;
      return [
        ...metricQueries(panel.queries).flatMap((query, index) => {
          const queryPath = `${panelPath} query ${String(index + 1)}`;
          const problems = problemsOf(queryPath, query, context, {
            names: false,
            variables: true,
          });
          return problems.length > 0
            ? problems
            : [
                ...checkVariablesIn(
                  query.expr,
                  variables,
                  context.catalogue,
                ).map((finding) => problemAt(queryPath, finding)),
                ...checkLegend(queryPath, query, context.catalogue),
              ];
        }),
        ...checkPanelLimits(panelPath, panel, limits),
      ];
    }),
  ];
}

/** An expression, and what it does on purpose. */
interface Asked {
  readonly expr: string;
  readonly allows?: Allowances;
}

function problemsOf(
  path: string,
  { expr, allows = {} }: Asked,
  context: ExpressionContext,
  filled: Filled,
): readonly Problem[] {
  const unfilled = checkUnfilled(expr, filled);
  const findings =
    unfilled.length > 0 ? unfilled : checkExpression(expr, context);
  return [
    ...findings
      .filter(({ lint }) => lint === undefined || !Object.hasOwn(allows, lint))
      .map(({ from, to, message, next, lint }) => ({
        path: `${path} at ${String(from)}-${String(to)}`,
        message,
        next:
          lint === undefined
            ? next
            : `${next}; where it is meant: allows: { "${lint}": "why" }`,
      })),
    ...Object.entries(allows).flatMap(([name, reason]) =>
      checkAllowance(path, name, reason, findings),
    ),
  ];
}

/** What is allowed is there, is a check that can be allowed, and says why. */
function checkAllowance(
  path: string,
  name: string,
  reason: string,
  findings: readonly Finding[],
): readonly Problem[] {
  const at = `${path} allows "${name}"`;
  if (!allLints.some((lint) => lint.name === name)) {
    return [
      {
        path: at,
        message: "there is no such check",
        allowed: allLints.map((lint) => lint.name).join(", "),
        next: "name one of them, or take it out",
      },
    ];
  }
  if (!findings.some(({ lint }) => lint === name)) {
    return [
      {
        path: at,
        message: "the expression does nothing of the kind",
        next: "take it out",
      },
    ];
  }
  return reason.trim() === ""
    ? [{ path: at, message: "there is no reason", next: "say why it is meant" }]
    : [];
}
