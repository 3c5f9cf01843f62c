import type { Dashboard, Panel } from "../model/dashboard";
import { minutes } from "../model/duration";
import { savedQueriesUid } from "../model/saved-query";
import type { SavedQuery, TraceQuery } from "../model/saved-query";
import type { Service } from "../model/service";

/**
 * The dashboard with a system's saved queries of logs and traces, if it has any: each query is a
 * panel, whose menu opens it in Explore. Grafana itself keeps saved queries for one person only.
 */
export function savedQueriesDashboard(service: Service): readonly Dashboard[] {
  const { key, displayName, logQueries = [], traceQueries = [] } = service;
  const panels = [...logQueries.map(linesOf), ...traceQueries.map(tracesOf)];
  const asked = logQueries.flatMap(({ asks = [] }) => asks);
  const variables = [
    ...new Map(asked.map((input) => [input.name, input])).values(),
  ].map((input) => ({ kind: "typed", ...input }) as const);
  return panels.length === 0
    ? []
    : [
        {
          uid: savedQueriesUid(key),
          title: `${displayName}: logs and traces`,
          description: `Saved queries of the logs and traces of ${displayName}; choose Explore in a panel's menu to refine one`,
          refresh: minutes(1),
          access: "engineering",
          ...(variables.length === 0 ? {} : { variables }),
          panels,
        },
      ];
}

const shown = ({ id, number, title, description }: SavedQuery) =>
  ({
    id,
    ...(number === undefined ? {} : { number }),
    title,
    description,
    unit: "none",
    thresholds: { kind: "none" },
    noValue: "Nothing in this time range",
  }) as const;

const linesOf = (query: SavedQuery): Panel => ({
  ...shown(query),
  visualisation: { kind: "logs" },
  queries: [{ kind: "logql", expr: query.expr }],
});

const tracesOf = (query: TraceQuery): Panel => ({
  ...shown(query),
  visualisation: { kind: query.unit === undefined ? "traces" : "timeseries" },
  unit: query.unit ?? "none",
  queries: [{ kind: "traceql", expr: query.expr }],
});
