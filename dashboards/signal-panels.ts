import type { DashboardVariable, Panel } from "../model/dashboard";
import { RESOURCE_ATTRIBUTES } from "../model/links/resource-attributes";
import { workloadsOf } from "../model/links/service-map-selectors";
import type { Service } from "../model/service";
import { sendsTraces } from "../model/service-traces";
import {
  hasLogs,
  SIGNAL_VARIABLES,
  showsEverySystem,
} from "../model/signals-page";

const { system, namespace, pod, level, search } = SIGNAL_VARIABLES;

/** Panels of all logs and traces of a system, narrowed by {@link signalVariables}. */
export function signalPanels(service: Service): readonly Panel[] {
  const every = showsEverySystem(service);
  return [
    ...(hasLogs(service) ? [lines(service)] : []),
    ...(every || sendsTraces(service) ? traces(service) : []),
    ...(hasLogs(service) ? [linesByLevel(service)] : []),
    ...(!every && sendsTraces(service) ? [serviceMap(service)] : []),
  ];
}

/** The labels by which a message and a reader narrow the lines. */
export function signalVariables(
  service: Service,
): readonly DashboardVariable[] {
  if (!hasLogs(service)) return [];
  const labels = [
    ...(showsEverySystem(service) ? ([[system, "System"]] as const) : []),
    ...([
      [namespace, "Namespace"],
      [pod, "Pod"],
      [level, "Level"],
    ] as const),
  ];
  return [
    ...labels.map(([name, label]) => ({
      kind: "log-label" as const,
      name,
      label,
      streams: `{${streamsOf(service)}}`,
      values: name,
    })),
    { kind: "typed", name: search, label: "Text" },
  ];
}

/** What the panels have in common. Their numbers are above those of saved queries. */
const COMMON = {
  unit: "none",
  thresholds: { kind: "none" },
  noValue: "Nothing in this time range",
} as const;

const lines = (service: Service): Panel => ({
  ...COMMON,
  id: "all-log-lines",
  number: 101,
  title: "Log lines",
  description: "Every line that is stored, newest first",
  visualisation: { kind: "logs" },
  queries: [{ kind: "logql", expr: chosenLines(service) }],
  width: 24,
});

const linesByLevel = (service: Service): Panel => ({
  ...COMMON,
  id: "log-lines-by-level",
  number: 102,
  title: "Log lines by level",
  description: "Number of lines of each level",
  visualisation: { kind: "timeseries" },
  unit: "short",
  queries: [
    {
      kind: "logql",
      expr: `sum by (${level}) (count_over_time(${chosenLines(service)} [$__interval]))`,
      legend: `{{${level}}}`,
    },
  ],
  width: 24,
});

/** Loki wants one matcher that no empty value fulfils; those with variables may match anything. */
function chosenLines(service: Service): string {
  const names = showsEverySystem(service)
    ? [system, namespace, pod, level]
    : [namespace, pod, level];
  const chosen = names.map((name) => `${name}=~"$${name}"`);
  return `{${[streamsOf(service), ...chosen].join(", ")}} |~ \`(?i)$${search}\``;
}

/** The streams of a system, or all that there are. */
const streamsOf = (service: Service): string =>
  showsEverySystem(service) ? `${system}=~".+"` : `${system}="${service.key}"`;

function traces(service: Service): readonly Panel[] {
  const spans = showsEverySystem(service)
    ? `resource.${RESOURCE_ATTRIBUTES.system} =~ "$${system}" && resource.${RESOURCE_ATTRIBUTES.namespace} =~ "$${namespace}"`
    : `resource.${RESOURCE_ATTRIBUTES.system} = "${service.key}"`;
  const listed = {
    ...COMMON,
    visualisation: { kind: "traces" },
  } as const;
  return [
    {
      ...listed,
      id: "all-traces",
      number: 103,
      title: "Traces",
      description: "Traces that are kept, whatever became of them",
      queries: [{ kind: "traceql", expr: `{ ${spans} }` }],
    },
    {
      ...listed,
      id: "failed-traces",
      number: 104,
      title: "Traces with an error",
      description: "Traces in which a span failed",
      queries: [{ kind: "traceql", expr: `{ ${spans} && status = error }` }],
    },
  ];
}

const serviceMap = ({ key }: Service): Panel => ({
  ...COMMON,
  id: "service-map",
  number: 105,
  title: "Service map",
  description: "What its workloads call, and what calls them",
  visualisation: { kind: "node-graph" },
  queries: [{ kind: "service-map", expr: workloadsOf(key) }],
  width: 24,
});
