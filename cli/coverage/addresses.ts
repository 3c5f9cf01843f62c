import type { Alert } from "../../model/alert";
import type { Service } from "../../model/service";
import { tracedWorkloads } from "../../model/service-traces";

/** Kinds of declared things, as addresses name them. */
export const ADDRESS_KINDS = [
  "metric",
  "rule",
  "alert",
  "log-alert",
  "slo",
  "target",
  "probe",
  "exporter",
  "container-probe",
  "collection-job",
  "traced-workload",
  "dashboard",
  "panel",
  "log-query",
  "trace-query",
  "report",
  "report-query",
  "task",
] as const;

/** One of {@link ADDRESS_KINDS}. */
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/**
 * Everything that services declare, by address: `shop alert HighErrorRate`,
 * `shop panel shop/orders`.
 */
export const addressesOf = (
  services: readonly Service[],
): ReadonlyMap<string, AddressKind> =>
  new Map(
    services.flatMap((service) =>
      ADDRESS_KINDS.flatMap((kind) =>
        namesOf(service)[kind].map(
          (name) => [`${service.key} ${kind} ${name}`, kind] as const,
        ),
      ),
    ),
  );

/**
 * Names of what a service declares, by kind. A name that stands twice is two things with one
 * address.
 */
export const namesOf = (
  service: Service,
): Readonly<Record<AddressKind, readonly string[]>> => {
  const { dashboards, reports = [] } = service;
  return {
    metric: Object.keys(service.metrics),
    rule: service.recording.flatMap(({ rules }) =>
      rules.map(({ record }) => record),
    ),
    alert: service.alerts.map((alert) => alertName(alert, service.alerts)),
    "log-alert": (service.logAlerts ?? []).map(nameOf),
    slo: service.slos.map(nameOf),
    target: service.targets.map(nameOf),
    probe: service.probes.map(nameOf),
    exporter: service.exporters.map(nameOf),
    "container-probe": (service.containerProbes ?? []).map(workloadOf),
    "collection-job": (service.collectionJobs ?? []).map(nameOf),
    "traced-workload": tracedWorkloads(service).map(workloadOf),
    dashboard: dashboards.map(({ uid }) => uid),
    panel: dashboards.flatMap(({ uid, panels }) =>
      panels.map(({ id }) => `${uid}/${id}`),
    ),
    "log-query": (service.logQueries ?? []).map(({ id }) => id),
    "trace-query": (service.traceQueries ?? []).map(({ id }) => id),
    report: reports.map(({ title }) => title),
    "report-query": reports.flatMap(({ title, queries }) =>
      queries.map((query) => `${title}/${query.title}`),
    ),
    task: (service.recurringTasks ?? []).map(({ task }) => task),
  };
};

/**
 * An alert's name, with its priority where others of the service share the name: they differ in it.
 */
export const alertName = (
  { name, priority }: Pick<Alert, "name" | "priority">,
  alerts: readonly Pick<Alert, "name">[],
): string =>
  alerts.filter((other) => other.name === name).length > 1
    ? `${name}{priority="${priority}"}`
    : name;

const nameOf = ({ name }: { readonly name: string }): string => name;

const workloadOf = ({ workload }: { readonly workload: string }): string =>
  workload;
