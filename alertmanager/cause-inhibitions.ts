import { atMost, lessUrgent } from "../model/notification-path";
import type { Service } from "../model/service";
import { SYSTEM_DOWN } from "../model/system-down";
import type { InhibitRule } from "./alertmanager-form";
import { carriedLabels, sharedLabels } from "./carried-labels";
import { causesOfOutage, consequenceOf } from "./causes";
import { matcher, noneOf, oneOf } from "./matchers";
import { alertsAbout, conditionOf } from "./related-alerts";
import type { RelatedAlert } from "./related-alerts";
import { sloConditions } from "./slo-conditions";

const EQUAL = ["system", "environment"] as const;
const P0 = matcher("priority", "=", "P0");
const IS_DOWN = matcher("condition", "=", SYSTEM_DOWN);
const OF_TIER = matcher("burn_tier", "!=", "");

/**
 * A cause inhibits what follows from it, so that one fault pages once and the page names the cause.
 * Alertmanager lets an inhibited alert inhibit others, so a chain of causes needs no rules of its
 * own.
 */
export const causeInhibitions = (
  services: readonly Service[],
): readonly InhibitRule[] => [
  ...lessUrgentOfOutage(services),
  ...budgetsOfOutage(services),
  ...services.flatMap((service) => absenceOfOutage(service)),
  ...services.flatMap((service) =>
    alertsAbout(service, services).flatMap((alert) =>
      declared(alert, service, services),
    ),
  ),
];

/**
 * A system that is down inhibits what is less than P0, except what may have brought it down: that
 * names the cause.
 */
function lessUrgentOfOutage(
  services: readonly Service[],
): readonly InhibitRule[] {
  const byCause = services.flatMap((service) => {
    const conditions = causesOfOutage(service, services);
    return conditions.length === 0 ? [] : [{ system: service.key, conditions }];
  });
  const notP0 = oneOf("priority", lessUrgent("P0"));
  return [
    {
      source_matchers: [
        IS_DOWN,
        ...(byCause.length === 0
          ? []
          : [
              noneOf(
                "system",
                byCause.map(({ system }) => system),
              ),
            ]),
      ],
      target_matchers: [notP0, matcher("condition", "!=", SYSTEM_DOWN)],
      equal: EQUAL,
    },
    ...byCause.map(({ system, conditions }) => ({
      source_matchers: [matcher("system", "=", system), IS_DOWN],
      target_matchers: [
        matcher("system", "=", system),
        notP0,
        noneOf("condition", [SYSTEM_DOWN, ...conditions]),
      ],
      equal: EQUAL,
    })),
  ];
}

/**
 * The budgets of a system that is down burn. Of two alerts on one SLO that both page, the tier's
 * speaks.
 */
function budgetsOfOutage(services: readonly Service[]): readonly InhibitRule[] {
  const conditions = sloConditions(services);
  const down = [IS_DOWN, P0];
  return [
    { source_matchers: down, target_matchers: [P0, OF_TIER], equal: EQUAL },
    ...(conditions.length === 0
      ? []
      : [
          {
            source_matchers: down,
            target_matchers: [P0, oneOf("condition", conditions)],
            equal: EQUAL,
          },
          {
            source_matchers: [P0, OF_TIER],
            target_matchers: [P0, oneOf("condition", conditions)],
            equal: [...EQUAL, "slo"],
          },
        ]),
  ];
}

/**
 * A system that is down has no metrics. The alert on their absence may have the same condition, so
 * it is named.
 */
function absenceOfOutage({
  key,
  noData,
  alerts,
}: Service): readonly InhibitRule[] {
  if (noData.kind === "none") return [];
  const absence = alerts.find(({ name }) => name === noData.alert);
  const others = alerts.filter(
    (alert) => alert !== absence && conditionOf(alert) === SYSTEM_DOWN,
  );
  if (
    absence === undefined ||
    others.every(({ priority }) => priority !== "P0") ||
    (absence.priority !== "P0" && conditionOf(absence) !== SYSTEM_DOWN)
  ) {
    return [];
  }
  const system = matcher("system", "=", key);
  return [
    {
      source_matchers: [
        system,
        IS_DOWN,
        P0,
        matcher("alertname", "!=", absence.name),
      ],
      target_matchers: [system, matcher("alertname", "=", absence.name)],
      equal: EQUAL,
    },
  ];
}

/** What an alert declares to cause, one rule for each set of labels that both carry. */
function declared(
  cause: RelatedAlert,
  service: Service,
  services: readonly Service[],
): readonly InhibitRule[] {
  const { name, priority, causes = [] } = cause.definition;
  const system = matcher("system", "=", service.key);
  const urgency = matcher("priority", "=~", atMost(priority).join("|"));
  const source_matchers = [
    system,
    matcher("alertname", "=", name),
    matcher("priority", "=", priority),
  ];
  const consequences = causes.map((entry) =>
    consequenceOf(entry, service, services),
  );
  const carried = carriedLabels(cause, services);
  // What one set of an SLO's labels suffers says nothing of the others.
  const slosBySet = new Map<string, Set<string>>();
  for (const each of consequences) {
    if (each.kind !== "slo") continue;
    const { groupBy = [] } =
      service.slos.find(({ name: own }) => own === each.slo) ?? {};
    const shared = sharedLabels(carried, new Set(groupBy)).join();
    const names = slosBySet.get(shared) ?? new Set();
    slosBySet.set(shared, names.add(each.slo));
  }
  const bySet = new Map<string, Set<string>>();
  for (const each of consequences) {
    if (each.kind === "slo") continue;
    for (const alert of each.alerts) {
      if (!atMost(priority).includes(alert.definition.priority)) continue;
      const shared = sharedLabels(
        carried,
        carriedLabels(alert, services),
      ).join();
      const names = bySet.get(shared) ?? new Set();
      bySet.set(shared, names.add(alert.definition.name));
    }
  }
  return [
    ...[...bySet].map(([shared, names]) => ({
      source_matchers,
      target_matchers: [system, oneOf("alertname", [...names].sort()), urgency],
      equal: equalIn(shared),
    })),
    ...[...slosBySet].map(([shared, slos]) => ({
      source_matchers,
      target_matchers: [system, oneOf("slo", [...slos]), urgency],
      equal: equalIn(shared),
    })),
  ];
}

const equalIn = (shared: string): readonly string[] => [
  ...EQUAL,
  ...shared.split(",").filter((label) => label !== ""),
];
