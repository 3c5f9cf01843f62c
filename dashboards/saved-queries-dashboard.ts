import type { Dashboard, Panel } from "../model/dashboard";
import { minutes } from "../model/duration";
import { savedQueriesUid } from "../model/saved-query";
import type { SavedQuery, TraceQuery } from "../model/saved-query";
import type { Service } from "../model/service";

/**
 * The page with what people ask of a system's logs and traces again and again, if there is
 * anything: each query is a panel, from whose menu it opens in Explore. Grafana itself keeps saved
 * queries for one person only.
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
          description: `What people ask of the logs and traces of ${displayName}; open a panel's menu and choose Explore to ask further`,
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
    noValue: "Nothing in this time",
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
