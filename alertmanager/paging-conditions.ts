import type { Service } from "../model/service";
import { SYSTEM_DOWN } from "../model/system-down";
import { carriedLabels } from "./carried-labels";
import { consequenceOf } from "./causes";
import { alertsAbout, conditionOf } from "./related-alerts";
import type { RelatedAlert } from "./related-alerts";
import { SLO_CONDITION, sloConditions } from "./slo-conditions";

/** A condition that pages, and what its alerts have in common. */
export interface Paging {
  readonly condition: string;
  /** Names of the paths on which its alerts end. */
  readonly paths: Set<string | undefined>;
  /** Labels that every alert of it carries, as far as they are known. */
  readonly labels: ReadonlySet<string>;
  /** Whether it is about an SLO and nothing else. */
  readonly ofSlo: boolean;
  /** Conditions known to be of the same incident. */
  readonly with: Set<Paging>;
}

/** An alert or an SLO that pages. */
interface Pages {
  readonly condition: string;
  readonly path: string | undefined;
  readonly labels: ReadonlySet<string>;
  readonly ofSlo: boolean;
}

/**
 * Every condition of a system's P0 alerts, joined to those that follow from it and to those that
 * one fault brings about together with it. Alerts whose `groupBy` says what makes an incident are
 * left out.
 */
export function pagingConditions(
  service: Service,
  services: readonly Service[],
): ReadonlyMap<string, Paging> {
  const alerts = ungroupedP0(service, services);
  const tiers = tierConditions(service, alerts);
  const paging = new Map<string, Paging>();
  for (const each of pagesOf(service, services, alerts, tiers)) {
    const { condition, labels, ofSlo } = each;
    const known = paging.get(condition);
    const paths = new Set(known?.paths).add(each.path);
    paging.set(condition, {
      condition,
      paths,
      labels:
        known === undefined
          ? labels
          : new Set([...labels].filter((label) => known.labels.has(label))),
      ofSlo: ofSlo && known?.ofSlo !== false,
      with: new Set(),
    });
  }
  for (const [one, other] of joined(service, services, alerts, tiers)) {
    const [first, second] = [paging.get(one), paging.get(other)];
    if (first === undefined || second === undefined) continue;
    first.with.add(second);
    second.with.add(first);
  }
  return paging;
}

function pagesOf(
  service: Service,
  services: readonly Service[],
  alerts: readonly RelatedAlert[],
  tiers: readonly string[],
): readonly Pages[] {
  const budgets = sloConditions(services);
  return [
    ...alerts.flatMap((alert): readonly Pages[] => {
      const condition = conditionOf(alert.definition);
      const ofSlo = budgets.includes(condition);
      if (tiers.length === 0 && ofSlo) return [];
      const labels = carriedLabels(alert, services);
      return [
        {
          condition,
          path: alert.definition.path?.name,
          labels: labels === "any" ? new Set() : labels,
          ofSlo,
        },
      ];
    }),
    ...service.slos
      .filter(({ page }) => page === "P0")
      .map(({ name, path, groupBy = [] }) => ({
        condition: `${SLO_CONDITION}${name}`,
        path: path?.name,
        labels: new Set(groupBy),
        ofSlo: true,
      })),
  ];
}

const ungroupedP0 = (
  service: Service,
  services: readonly Service[],
): readonly RelatedAlert[] =>
  alertsAbout(service, services).filter(
    ({ definition }) =>
      definition.priority === "P0" && definition.groupBy === undefined,
  );

/**
 * Conditions of the budgets that burn where the system is down. Without an alert that says so, an
 * SLO with labels of its own is one incident for each set of them, and shares it with nothing.
 */
function tierConditions(
  service: Service,
  alerts: readonly RelatedAlert[],
): readonly string[] {
  const pagesOutage = alerts.some(
    ({ definition }) => conditionOf(definition) === SYSTEM_DOWN,
  );
  return service.slos
    .filter(
      ({ kind, page, groupBy = [] }) =>
        kind !== "zero-tolerance" &&
        page === "P0" &&
        (pagesOutage || groupBy.length === 0),
    )
    .map(({ name }) => `${SLO_CONDITION}${name}`);
}

/** Pairs of conditions of one incident. */
function joined(
  service: Service,
  services: readonly Service[],
  alerts: readonly RelatedAlert[],
  tiers: readonly string[],
): readonly (readonly [string, string])[] {
  const budgets = sloConditions(services);
  const named = (entry: string): readonly string[] => {
    const consequence = consequenceOf(entry, service, services);
    return consequence.kind === "slo"
      ? [entry]
      : consequence.alerts.map(({ definition }) => conditionOf(definition));
  };
  return [
    ...tiers.flatMap((tier) =>
      [SYSTEM_DOWN, ...budgets].map((other) => [tier, other] as const),
    ),
    ...alerts.flatMap(({ definition }) => {
      const { name, causes = [], groupWith = [] } = definition;
      const condition = conditionOf(definition);
      const { noData } = service;
      return [
        ...(noData.kind === "alert" && noData.alert === name
          ? [SYSTEM_DOWN]
          : []),
        ...[...causes, ...groupWith].flatMap(named),
      ].map((other) => [condition, other] as const);
    }),
  ];
}
