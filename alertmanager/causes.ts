import type { Service } from "../model/service";
import { SYSTEM_DOWN } from "../model/system-down";
import { alertsAbout, conditionOf } from "./related-alerts";
import type { RelatedAlert } from "./related-alerts";
import { SLO_CONDITION } from "./slo-conditions";

/** What an entry of an alert's `causes` means in a system. */
export type Consequence =
  | { readonly kind: "alerts"; readonly alerts: readonly RelatedAlert[] }
  | { readonly kind: "slo"; readonly slo: string };

/**
 * What an entry names: an SLO, or the alerts of that condition or name. No alerts where there are
 * none.
 */
export function consequenceOf(
  entry: string,
  service: Service,
  services: readonly Service[],
): Consequence {
  const slo = service.slos.find(
    ({ name }) => `${SLO_CONDITION}${name}` === entry,
  );
  return slo === undefined
    ? {
        kind: "alerts",
        alerts: alertsAbout(service, services).filter(
          ({ definition }) =>
            conditionOf(definition) === entry || definition.name === entry,
        ),
      }
    : { kind: "slo", slo: slo.name };
}

/** Alerts that follow from one as it declares, at once or over others, by name. */
export function followers(
  cause: RelatedAlert,
  service: Service,
  services: readonly Service[],
): readonly RelatedAlert[] {
  const found = new Set<RelatedAlert>();
  const follow = ({ definition }: RelatedAlert): void => {
    for (const entry of definition.causes ?? []) {
      const consequence = consequenceOf(entry, service, services);
      if (consequence.kind === "slo") continue;
      for (const alert of consequence.alerts) {
        if (found.has(alert)) continue;
        found.add(alert);
        follow(alert);
      }
    }
  };
  follow(cause);
  return [...found];
}

/** Conditions of a system from which it follows that the system is down, in order. */
export const causesOfOutage = (
  service: Service,
  services: readonly Service[],
): readonly string[] =>
  [
    ...new Set(
      alertsAbout(service, services)
        .filter(
          (alert) =>
            conditionOf(alert.definition) !== SYSTEM_DOWN &&
            followers(alert, service, services).some(
              ({ definition }) => conditionOf(definition) === SYSTEM_DOWN,
            ),
        )
        .map(({ definition }) => conditionOf(definition)),
    ),
  ].sort();
