import type { Service } from "../model/service";
import { SYSTEM_DOWN } from "../model/system-down";
import { consequenceOf, followers } from "./causes";
import { oneOf } from "./matchers";
import { groupByLabels } from "./group-by-labels";
import type { RoutePath } from "./paths-in-use";
import { alertsAbout, conditionOf } from "./related-alerts";
import { SLO_CONDITION, sloConditions, tierAlerts } from "./slo-conditions";

/** Alerts at the end of a route that are grouped otherwise than all others there. */
export interface IncidentGroup {
  readonly matchers: readonly string[];
  /** Labels whose values make one group, and one incident of the pager. */
  readonly groupBy: readonly string[];
  /** `outage` where a cause and what follows from it wait for each other. */
  readonly timing: "outage" | "as-the-route";
  /** Names of the alerts, where they are chosen by name. */
  readonly alerts: readonly string[];
}

/** Labels by which all alerts are grouped, unless they say otherwise. */
export const defaultGroupBy = (
  services: readonly Service[],
): readonly string[] => [
  "alertname",
  "severity",
  "system",
  "environment",
  "slo",
  ...groupByLabels(services),
];

/**
 * Groups at the end of a system's route: alerts whose `groupBy` says what makes an incident, then
 * causes of outages together with what follows from them.
 */
export const incidentGroups = (
  service: Service,
  services: readonly Service[],
  routePath: RoutePath,
): readonly IncidentGroup[] => [
  ...declaredGroups(service, services, routePath),
  ...(routePath.priority === "P0"
    ? outageGroups(service, services, routePath.path?.name)
    : []),
  ...(routePath.priority === "P0" && routePath.path === undefined
    ? groupedSlos(service, services)
    : []),
];

function declaredGroups(
  service: Service,
  services: readonly Service[],
  { priority, path }: RoutePath,
): readonly IncidentGroup[] {
  const about = alertsAbout(service, services);
  const groups = new Map<
    string,
    { readonly names: Set<string>; readonly like: IncidentGroup }
  >();
  for (const alert of about) {
    const { definition } = alert;
    const { groupBy = [] } = definition;
    if (
      groupBy.length === 0 ||
      definition.priority !== priority ||
      definition.path?.name !== path?.name
    ) {
      continue;
    }
    const follows = about.some(
      (cause) =>
        cause.definition.priority === "P0" &&
        followers(cause, service, services).includes(alert),
    );
    const timing = follows && priority === "P0" ? "outage" : "as-the-route";
    const key = [timing, ...groupBy].join();
    const group = groups.get(key) ?? {
      names: new Set(),
      like: {
        matchers: [],
        groupBy: [...new Set([...defaultGroupBy(services), ...groupBy])],
        timing,
        alerts: [],
      },
    };
    group.names.add(definition.name);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ names, like }) => {
    const alerts = [...names].sort();
    return { ...like, matchers: [oneOf("alertname", alerts)], alerts };
  });
}

/**
 * SLOs with labels of their own page for each set of them, but wait for what says that the whole
 * system is down.
 */
function groupedSlos(
  service: Service,
  services: readonly Service[],
): readonly IncidentGroup[] {
  const slos = service.slos.filter(({ groupBy = [] }) => groupBy.length > 0);
  const conditions = tierAlerts({ ...service, slos }, "P0").map(conditionOf);
  const pagesOutage = alertsAbout(service, services).some(
    ({ definition }) =>
      definition.priority === "P0" && conditionOf(definition) === SYSTEM_DOWN,
  );
  return conditions.length === 0 || !pagesOutage
    ? []
    : [
        {
          matchers: [oneOf("condition", [...new Set(conditions)].sort())],
          groupBy: defaultGroupBy(services),
          timing: "outage",
          alerts: [],
        },
      ];
}

/** A condition that pages, and the names of the paths on which its alerts end. */
interface Paging {
  readonly condition: string;
  readonly paths: Set<string | undefined>;
  /** Conditions known to be of the same incident. */
  readonly with: Set<Paging>;
}

/**
 * P0 alerts of which one follows from another: one group, so that whichever comes first opens the
 * incident, the cause joins it, and it ends when all of them have.
 */
function outageGroups(
  service: Service,
  services: readonly Service[],
  path: string | undefined,
): readonly IncidentGroup[] {
  const seen = new Set<Paging>();
  return [...pagingConditions(service, services).values()].flatMap((first) => {
    if (seen.has(first)) return [];
    const incident = new Set([first]);
    // Grows during iteration.
    for (const each of incident) {
      seen.add(each);
      for (const other of each.with) incident.add(other);
    }
    const here = [...incident].filter(({ paths }) => paths.has(path));
    if (here.length < 2) return [];
    const ofSlos = [...incident].every(
      ({ condition }) =>
        condition.startsWith(SLO_CONDITION) ||
        sloConditions(services).includes(condition),
    );
    return [
      {
        matchers: [
          oneOf("condition", here.map(({ condition }) => condition).sort()),
        ],
        groupBy: [
          "system",
          "environment",
          ...(ofSlos ? ["slo", ...groupByLabels(services)] : []),
        ],
        timing: "outage",
        alerts: [],
      },
    ];
  });
}

/** Every condition of a system's P0 alerts, joined to those that follow from it. */
function pagingConditions(
  service: Service,
  services: readonly Service[],
): ReadonlyMap<string, Paging> {
  const paging = new Map<string, Paging>();
  const add = (condition: string, path: string | undefined): void => {
    const known = paging.get(condition) ?? {
      condition,
      paths: new Set(),
      with: new Set(),
    };
    known.paths.add(path);
    paging.set(condition, known);
  };
  const join = (one: string, other: string): void => {
    const [first, second] = [paging.get(one), paging.get(other)];
    if (first === undefined || second === undefined) return;
    first.with.add(second);
    second.with.add(first);
  };
  const budgets = sloConditions(services);
  const alerts = alertsAbout(service, services).filter(
    ({ definition }) =>
      definition.priority === "P0" && definition.groupBy === undefined,
  );
  // Alerts on an SLO with labels of its own are one incident for each set of them.
  const ungrouped = service.slos.filter(
    ({ groupBy = [] }) => groupBy.length === 0,
  );
  const tiers = tierAlerts({ ...service, slos: ungrouped }, "P0").map(
    conditionOf,
  );
  for (const { definition } of alerts) {
    const condition = conditionOf(definition);
    if (tiers.length === 0 && budgets.includes(condition)) continue;
    add(condition, definition.path?.name);
  }
  for (const condition of tiers) add(condition, undefined);
  for (const condition of tiers) {
    join(SYSTEM_DOWN, condition);
    for (const budget of budgets) join(condition, budget);
  }
  for (const { definition } of alerts) {
    const condition = conditionOf(definition);
    if (
      service.noData.kind === "alert" &&
      definition.name === service.noData.alert
    ) {
      join(SYSTEM_DOWN, condition);
    }
    for (const entry of definition.causes ?? []) {
      const consequence = consequenceOf(entry, service, services);
      if (consequence.kind === "slo") join(condition, entry);
      else {
        for (const { definition: other } of consequence.alerts) {
          join(condition, conditionOf(other));
        }
      }
    }
  }
  return paging;
}
