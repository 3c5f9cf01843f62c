import { metricQueries } from "../../model/dashboard";
import type { Dashboard } from "../../model/dashboard";
import type { Problem } from "../../model/problem";
import { readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import { checkAlertTexts } from "./check-alert-texts";
import { checkExpression } from "./check-expression";
import type { ExpressionContext } from "./check-expression";
import { checkPanelLimits, limitsOf } from "./check-panel-limits";
import type { Limit } from "./check-panel-limits";
import { checkSloQueries } from "./check-slo-queries";
import { checkThresholdNames } from "./check-threshold-names";
import { checkVariable } from "./check-variables";
import type { SeriesCatalogue } from "./series-catalogue";

/** Checks all PromQL queries of a service: recording rules, alerts with their texts, panels. */
export function checkQueries(
  service: Service,
  series: SeriesCatalogue,
): readonly Problem[] {
  const catalogue = series.of(service.key);
  const context: ExpressionContext = {
    catalogue,
    system: service.key,
    namespace: service.namespace,
    readsAllSystems: readsEverySystem(service),
  };
  const at = `services/${service.key}`;
  const limits = limitsOf(service.alerts);
  return [
    ...service.recording.flatMap(({ rules }) =>
      rules.flatMap(({ record, expr }) =>
        problemsOf(`${at} recording rule "${record}"`, expr, context),
      ),
    ),
    ...service.slos.flatMap((slo) =>
      checkSloQueries(`${at} slo "${slo.name}"`, slo, context),
    ),
    ...service.alerts.flatMap((alert) => {
      const path = `${at} alert "${alert.name}"`;
      return [
        ...problemsOf(path, alert.expr, context),
        ...checkThresholdNames(path, alert),
        ...checkAlertTexts(path, alert, catalogue),
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
        ...metricQueries(panel.queries).flatMap(({ expr }, index) =>
          problemsOf(`${panelPath} query ${String(index + 1)}`, expr, context),
        ),
        ...checkPanelLimits(panelPath, panel, limits),
      ];
    }),
  ];
}

const problemsOf = (
  path: string,
  expr: string,
  context: ExpressionContext,
): readonly Problem[] =>
  checkExpression(expr, context).map(({ from, to, message, next }) => ({
    path: `${path} at ${String(from)}-${String(to)}`,
    message,
    next,
  }));
