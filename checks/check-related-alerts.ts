import { carriedLabels } from "../alertmanager/carried-labels";
import { alertsAbout, conditionOf } from "../alertmanager/related-alerts";
import type { RelatedAlert } from "../alertmanager/related-alerts";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";

/** Mistakes in how alerts of one system are related to each other. */
export const checkRelatedAlerts = (
  services: readonly Service[],
): readonly Problem[] =>
  services.flatMap((service) =>
    alertsAbout(service, services)
      .filter(({ declaredBy }) => declaredBy.key === service.key)
      .flatMap((alert) => checkKnownLabels(service, alert, services)),
  );

/**
 * One of two alerts of a condition inhibits the other where the labels of both agree, so these must
 * be known.
 */
function checkKnownLabels(
  service: Service,
  alert: RelatedAlert,
  services: readonly Service[],
): readonly Problem[] {
  const { definition } = alert;
  const others = alertsAbout(service, services).filter(
    (other) =>
      conditionOf(other.definition) === conditionOf(definition) &&
      other.definition.priority !== definition.priority,
  );
  const [other] = others;
  if (other === undefined || carriedLabels(alert, services) !== "any") {
    return [];
  }
  return [
    {
      path: `services/${service.key} alert "${definition.name}"`,
      message: `shares its condition with "${other.definition.name}", and nothing says which labels its samples have: Alertmanager could not tell which of the two are about the same thing`,
      next: "aggregate by what the alert is about: max by (pod) (…)",
    },
  ];
}
