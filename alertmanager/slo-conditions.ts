import type { AlertDefinition, Priority } from "../model/alert";
import { remembered } from "../model/remembered";
import type { Service } from "../model/service";
import { sloAlerts } from "../prometheus/slo/tier-alerts";
import { carriedLabels } from "./carried-labels";
import { alertsAboutAny, conditionOf } from "./related-alerts";

/** How the conditions of alerts on one SLO are named. */
export const SLO_CONDITION = "slo-";

/** The alerts of an SLO's tiers of a priority, in a system. */
export const tierAlerts = (
  { key, slos }: Service,
  priority: Priority,
): readonly AlertDefinition[] =>
  slos
    .flatMap((slo) => sloAlerts(slo, key))
    .filter(
      (alert) =>
        alert.priority === priority &&
        alert.labels?.["burn_tier"] !== undefined,
    );

/**
 * Conditions of the urgent alerts about the SLOs of any system: their series carry the name of the
 * SLO.
 */
export const sloConditions = remembered(
  (services: readonly Service[]): readonly string[] => [
    ...new Set(
      alertsAboutAny(services)
        .filter((alert) => {
          if (alert.definition.priority !== "P0") return false;
          const labels = carriedLabels(alert, services);
          return labels !== "any" && labels.has("slo");
        })
        .map(({ definition }) => conditionOf(definition)),
    ),
  ],
);
