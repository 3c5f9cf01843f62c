import { assertNever } from "../../model/assert-never";
import type { LogPanelQuery } from "../../model/dashboard";
import type { LogAlert } from "../../model/log-alert";
import type { Problem } from "../../model/problem";
import { readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import { legendProblems } from "../promql/check-legend";
import { checkThresholdNames } from "../promql/check-threshold-names";
import { namedLabels, undeclaredAmong } from "../promql/template-labels";
import { checkLogQuery } from "./check-log-query";
import type { LogQueryContext } from "./check-log-query";
import type { LoggedEnvironment } from "./stream-values";
import { checkTraceQuery } from "../traceql/check-trace-query";
import { readLogQuery } from "./read-log-query";
import type { LogQueryTree } from "./read-log-query";
import { resultLabels } from "./result-labels";
import { everyMatcher, streamSelectors } from "./stream-selectors";
import { problemAt } from "../promql/finding";
import { checkVariableUse } from "../promql/check-variable-use";
import { traceComparisons } from "../traceql/comparisons";

/**
 * Checks all queries of a service about logs and traces: alerts with their texts, saved queries,
 * panels.
 *
 * @param systems every system, this one among them
 * @param environments in which they run
 */
export function checkLogQueries(
  service: Service,
  systems: readonly Service[],
  environments: readonly LoggedEnvironment[],
): readonly Problem[] {
  const at = `services/${service.key}`;
  const context = (answer: LogQueryContext["answer"]): LogQueryContext => ({
    system: service.key,
    readsAllSystems: readsEverySystem(service),
    systems,
    environments,
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
      checkTraceQuery(`${at} trace query "${title}"`, expr, {
        service,
        systems,
        environments,
        answer: unit === undefined ? "traces" : "numbers",
      }),
    ),
    ...service.dashboards.flatMap(({ uid, variables = [] }) =>
      variables.flatMap((variable) =>
        variable.kind === "log-label" && variable.streams !== undefined
          ? problemsOf(
              `${at} dashboard "${uid}" variable "${variable.name}"`,
              readLogQuery(variable.streams),
              context("lines"),
            )
          : [],
      ),
    ),
    ...service.dashboards.flatMap(({ uid, panels, variables = [] }) =>
      panels.flatMap(({ title, queries, visualisation }) =>
        queries.flatMap((query, index) => {
          const path = `${at} dashboard "${uid}" panel "${title}" query ${String(index + 1)}`;
          switch (query.kind) {
            case undefined:
            case "promql":
              return [];
            case "logql":
              return [
                ...problemsOf(
                  path,
                  readLogQuery(query.expr),
                  context(visualisation.kind === "logs" ? "lines" : "numbers"),
                ),
                ...checkLogLegend(path, query),
                ...checkVariableUse(
                  everyMatcher(readLogQuery(query.expr)).map((matcher) => ({
                    ...matcher,
                    label: matcher.name,
                  })),
                  variables,
                ).map((finding) => problemAt(path, finding)),
              ];
            case "traceql":
              return [
                ...checkTraceQuery(path, query.expr, {
                  service,
                  systems,
                  environments,
                  answer:
                    visualisation.kind === "traces" ? "traces" : "numbers",
                }),
                ...checkVariableUse(
                  traceComparisons(query.expr).map((comparison) => ({
                    ...comparison,
                    label: comparison.field,
                  })),
                  variables,
                ).map((finding) => problemAt(path, finding)),
              ];
            // It names workloads, not in LogQL or TraceQL.
            case "service-map":
              return [];
            default:
              return assertNever(query);
          }
        }),
      ),
    ),
  ];
}

/** A legend names labels of the result; Grafana leaves the place of any other empty. */
function checkLogLegend(
  path: string,
  { expr, legend = "" }: LogPanelQuery,
): readonly Problem[] {
  const labels = resultLabels(readLogQuery(expr));
  return labels === undefined ? [] : legendProblems(path, legend, labels);
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
  checkLogQuery(query, context).map((finding) => problemAt(path, finding));
