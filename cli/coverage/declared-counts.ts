import type { ServiceDeclaration } from "../../model/service";

/** What is counted. Promises generate rules and alerts of their own, and pages; none of these is among them. */
export const KINDS = [
  "metrics",
  "recording rules",
  "alerts",
  "log alerts",
  "SLOs",
  "log queries",
  "trace queries",
  "targets and probes",
  "dashboards",
  "panels",
] as const;

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

/** How many there are of each kind. */
export type Counts = Readonly<Record<Kind, number>>;

interface Declared {
  readonly requirement: string;
}

const declaredOf = (
  service: ServiceDeclaration,
): Readonly<Record<Kind, readonly Declared[]>> => ({
  metrics: Object.values(service.metrics),
  "recording rules": service.recording.flatMap(({ rules }) => rules),
  alerts: service.alerts,
  "log alerts": service.logAlerts ?? [],
  SLOs: service.slos,
  "log queries": service.logQueries ?? [],
  "trace queries": service.traceQueries ?? [],
  // An exporter is a target too.
  "targets and probes": [
    ...service.targets,
    ...service.probes,
    ...service.exporters,
  ],
  dashboards: service.dashboards,
  panels: service.dashboards.flatMap(({ panels }) => panels),
});

/** `XMR-D1.2` → `XMR`. */
const systemOf = ({ requirement }: Declared): string =>
  requirement.replace(/-.*/, "");

/** How much is declared for requirements that begin so, wherever it is declared: `NEB` of nebula, `XMR` of what goes across systems. */
export const declaredFor = (
  prefixes: readonly string[],
  services: readonly ServiceDeclaration[],
): Counts => {
  const all = services.map(declaredOf);
  return Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      all
        .flatMap((declared) => declared[kind])
        .filter((each) => prefixes.includes(systemOf(each))).length,
    ]),
  ) as Counts;
};

/** Whether anything is. */
export const isAnything = (counts: Counts): boolean =>
  KINDS.some((kind) => counts[kind] > 0);
