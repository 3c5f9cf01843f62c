import { languageOf } from "../../model/dashboard";
import type { LogAlert } from "../../model/log-alert";
import type { Problem } from "../../model/problem";
import { appsOf, readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import { checkThresholdNames } from "../promql/check-threshold-names";
import { namedLabels, undeclaredAmong } from "../promql/template-labels";
import { checkLogQuery } from "./check-log-query";
import type { LogQueryContext } from "./check-log-query";
import { checkTraceQuery } from "../traceql/check-trace-query";
import { readLogQuery } from "./read-log-query";
import type { LogQueryTree } from "./read-log-query";
import { resultLabels } from "./result-labels";
import { streamSelectors } from "./stream-selectors";

/**
 * Checks all queries of a service about logs and traces: alerts with their texts, saved queries,
 * panels.
 */
export function checkLogQueries(service: Service): readonly Problem[] {
  const at = `services/${service.key}`;
  const context = (answer: LogQueryContext["answer"]): LogQueryContext => ({
    system: service.key,
    readsAllSystems: readsEverySystem(service),
    apps: appsOf(service),
    answer,
  });
  return [
    ...(service.logAlerts ?? []).flatMap((alert) =>
      checkLogAlert(`${at} alert "${alert.name}"`, alert, context("numbers")),
    ),
    ...(service.logQueries ?? []).flatMap(({ title, expr }) =>
      problemsOf(
        `${at} log query "${title}"`,
        readLogQuery(expr),
        context("lines"),
      ),
    ),
    ...(service.traceQueries ?? []).flatMap(({ title, expr, unit }) =>
      checkTraceQuery(
        `${at} trace query "${title}"`,
        expr,
        unit === undefined ? "traces" : "numbers",
        service,
      ),
    ),
    ...service.dashboards.flatMap(({ uid, panels }) =>
      panels.flatMap(({ title, queries, visualisation }) =>
        queries.flatMap((query, index) => {
          const path = `${at} dashboard "${uid}" panel "${title}" query ${String(index + 1)}`;
          switch (languageOf(query)) {
            case "promql":
              return [];
            case "logql":
              return problemsOf(
                path,
                readLogQuery(query.expr),
                context(visualisation.kind === "logs" ? "lines" : "numbers"),
              );
            case "traceql":
              return checkTraceQuery(
                path,
                query.expr,
                visualisation.kind === "traces" ? "traces" : "numbers",
                service,
              );
            // It names workloads, not in LogQL or TraceQL.
            case "service-map":
              return [];
          }
        }),
      ),
    ),
  ];
}

function checkLogAlert(
  path: string,
  alert: LogAlert,
  context: LogQueryContext,
): readonly Problem[] {
  const query = readLogQuery(alert.expr);
  const named = namedLabels(alert);
  const labels = resultLabels(query);
  return [
    ...problemsOf(path, query, context),
    ...checkThresholdNames(path, alert),
    ...(labels === undefined ? [] : undeclaredAmong(path, named, labels)),
    ...(alert.system?.kind === "from-series" && labels?.has("system") !== true
      ? [
          {
            path,
            message:
              "takes its system from the streams, but its result lacks that label",
            next: "aggregate by (system, …)",
          },
        ]
      : []),
    ...(streamSelectors(query).length === 0
      ? [
          {
            path,
            message: "does not read logs",
            next: "make it an alert on metrics",
          },
        ]
      : []),
  ];
}

const problemsOf = (
  path: string,
  query: LogQueryTree,
  context: LogQueryContext,
): readonly Problem[] =>
  checkLogQuery(query, context).map(({ from, to, message, next }) => ({
    path: `${path} at ${String(from)}-${String(to)}`,
    message,
    next,
  }));
