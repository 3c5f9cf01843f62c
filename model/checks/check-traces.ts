import { languageOf } from "../dashboard";
import type { Problem } from "../problem";
import { readsEverySystem } from "../service";
import type { Service } from "../service";
import { sendsTraces, tracedWorkloads } from "../service-traces";
import { repeated } from "./names";

/** Checks what a system says of its traces, and that nothing queries traces that do not exist. */
export function checkTraces(service: Service): readonly Problem[] {
  return sendsTraces(service)
    ? checkWorkloads(service)
    : checkUntraced(service);
}

/** The service map of a system shows workloads named for it; each name must be unique. */
function checkWorkloads(service: Service): readonly Problem[] {
  const { key } = service;
  const names = tracedWorkloads(service).map(({ workload }) => workload);
  const path = (name: string): string =>
    `services/${key} traces workload "${name}"`;
  return [
    ...names
      .filter((name) => name !== key && !name.startsWith(`${key}-`))
      .map((name) => ({
        path: path(name),
        message: "is not named for its system, so no service map shows it",
        allowed: `${key}, ${key}-…`,
        next: "rename it",
      })),
    ...repeated(names).map((name) => ({
      path: path(name),
      message: "the name is used twice",
      next: "rename one",
    })),
  ];
}

/**
 * A system without traces must give the reason, and nothing may query its traces: the result would
 * always be empty.
 */
function checkUntraced(service: Service): readonly Problem[] {
  const { key, traces } = service;
  const path = `services/${key}`;
  return [
    ...(traces?.kind === "none" && traces.reason.trim() === ""
      ? [
          {
            path: `${path} traces`,
            message: "reason must not be empty",
            next: "write why it sends no traces",
          },
        ]
      : []),
    // Queries about several systems read traces of others.
    ...(readsEverySystem(service) ? [] : asking(service)).map((what) => ({
      path: `${path} ${what}`,
      message: "asks for traces of a system that sends none",
      next: 'remove it, or let the system send traces: traces: { kind: "sent" }',
    })),
  ];
}

/** Everything that queries traces. */
const asking = ({
  traceQueries = [],
  dashboards,
}: Service): readonly string[] => [
  ...traceQueries.map(({ title }) => `trace query "${title}"`),
  ...dashboards.flatMap(({ uid, panels }) =>
    panels
      .filter(({ queries }) =>
        queries.some((query) =>
          ["traceql", "service-map"].includes(languageOf(query)),
        ),
      )
      .map(({ title }) => `dashboard "${uid}" panel "${title}"`),
  ),
];
