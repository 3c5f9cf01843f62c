import type { Dashboard, DashboardVariable, Panel } from "../model/dashboard";
import { minutes } from "../model/duration";
import type { SavedQuery, TraceQuery } from "../model/saved-query";
import type { Service } from "../model/service";
import {
  hasSignalsPage,
  showsEverySystem,
  signalsUid,
} from "../model/signals-page";
import { signalPanels, signalVariables } from "./signal-panels";

/**
 * The dashboard with the logs and traces of a system: all of them, narrowed by variables that
 * messages set, and its saved queries. Explore is closed to Viewers, so messages lead here; whoever
 * may use Explore opens a panel in it. Grafana itself keeps saved queries for one person only.
 */
export function savedQueriesDashboard(service: Service): readonly Dashboard[] {
  const { key, displayName, logQueries = [], traceQueries = [] } = service;
  if (!hasSignalsPage(service)) return [];
  const asked = logQueries.flatMap(({ asks = [] }) => asks);
  const variables: readonly DashboardVariable[] = [
    ...signalVariables(service),
    ...[...new Map(asked.map((input) => [input.name, input])).values()].map(
      (input) => ({ kind: "typed", ...input }) as const,
    ),
  ];
  return [
    {
      uid: signalsUid(key),
      title: `${displayName}: logs and traces`,
      description: descriptionOf(service),
      refresh: minutes(1),
      access: "engineering",
      ...(variables.length === 0 ? {} : { variables }),
      panels: [
        ...signalPanels(service),
        ...logQueries.map(linesOf),
        ...traceQueries.map(tracesOf),
      ],
    },
  ];
}

function descriptionOf(service: Service): string {
  const { displayName, logQueries = [], traceQueries = [] } = service;
  const whose = showsEverySystem(service) ? "every system" : displayName;
  const saved =
    logQueries.length + traceQueries.length === 0
      ? ""
      : ", and saved queries of them";
  return `Logs and traces of ${whose}${saved}; an Editor refines one in Explore, from the menu of its panel`;
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
