import type { Service } from "../model/service";
import { followers } from "./causes";
import { oneOf } from "./matchers";
import { groupByLabels } from "./group-by-labels";
import type { RoutePath } from "./paths-in-use";
import { pagingConditions } from "./paging-conditions";
import type { Paging } from "./paging-conditions";
import { alertsAbout } from "./related-alerts";

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
    return [
      {
        matchers: [
          oneOf("condition", here.map(({ condition }) => condition).sort()),
        ],
        groupBy: [
          "system",
          "environment",
          ...separating([...incident], services),
        ],
        timing: "outage",
        alerts: [],
      },
    ];
  });
}

/**
 * Labels that make several incidents of related conditions: each SLO is one where nothing but SLOs
 * is concerned, and each set of an SLO's own labels where all of the conditions carry them. A
 * system that is down carries none, so its SLOs page with it however many budgets they have: what
 * an outage took of each would else page for each once the system answers again.
 */
function separating(
  incident: readonly Paging[],
  services: readonly Service[],
): readonly string[] {
  if (incident.every(({ ofSlo }) => ofSlo)) {
    return ["slo", ...groupByLabels(services)];
  }
  return groupByLabels(services).filter((label) =>
    incident.every(({ labels }) => labels.has(label)),
  );
}
