import { carriedLabels } from "../alertmanager/carried-labels";
import { consequenceOf, followers } from "../alertmanager/causes";
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
      .flatMap((alert) => [
        ...checkKnownLabels(service, alert, services),
        ...checkCauses(service, alert, services),
        ...checkGroupWith(service, alert, services),
        ...checkGroupBy(service, alert, services),
      ]),
  );

/** Each entry names something else, and no alert follows from itself: both would be silent. */
function checkCauses(
  service: Service,
  alert: RelatedAlert,
  services: readonly Service[],
): readonly Problem[] {
  const { definition } = alert;
  const path = `services/${service.key} alert "${definition.name}" causes`;
  const { causes = [] } = definition;
  if (causes.length > 0 && definition.system?.kind === "from-series") {
    return [
      {
        path,
        message: "an alert about any system has no consequences in one system",
        next: "remove the field",
      },
    ];
  }
  return [
    ...unknownEntries(path, causes, service, services),
    ...(causes.length > 0 && mayFollow(alert, service, services)
      ? [
          {
            path,
            message:
              "it follows from itself: each of the alerts would inhibit the other, and nobody would be notified",
            next: "keep the direction from the cause to what users notice",
          },
        ]
      : []),
  ];
}

/** Each entry names something of the system, and the alert itself pages with it. */
function checkGroupWith(
  service: Service,
  { definition }: RelatedAlert,
  services: readonly Service[],
): readonly Problem[] {
  const { name, priority, groupWith = [], groupBy = [] } = definition;
  if (groupWith.length === 0) return [];
  const path = `services/${service.key} alert "${name}" groupWith`;
  return [
    ...unknownEntries(path, groupWith, service, services),
    ...(priority === "P0" && groupBy.length === 0
      ? []
      : [
          {
            path,
            message: "only alerts of P0 without groupBy share a page",
            next: "remove the field",
          },
        ]),
  ];
}

const unknownEntries = (
  path: string,
  entries: readonly string[],
  service: Service,
  services: readonly Service[],
): readonly Problem[] =>
  entries
    .filter((entry) => {
      const consequence = consequenceOf(entry, service, services);
      return consequence.kind === "alerts" && consequence.alerts.length === 0;
    })
    .map((got) => ({
      path,
      message: "names no condition, no alert and no SLO of the system",
      got,
      next: "correct it: a condition, the name of an alert, or slo-<name>",
    }));

/** Whether the alert, or another of its condition, follows from it. */
const mayFollow = (
  alert: RelatedAlert,
  service: Service,
  services: readonly Service[],
): boolean =>
  followers(alert, service, services).some(
    ({ definition }) =>
      conditionOf(definition) === conditionOf(alert.definition),
  );

/** Grouping by a label that no sample has groups all of them together. */
function checkGroupBy(
  service: Service,
  alert: RelatedAlert,
  services: readonly Service[],
): readonly Problem[] {
  const { name, groupBy = [] } = alert.definition;
  const labels = carriedLabels(alert, services);
  if (labels === "any") return [];
  return groupBy
    .filter((label) => !labels.has(label))
    .map((got) => ({
      path: `services/${service.key} alert "${name}" groupBy`,
      message: "the samples of the alert have no such label",
      got,
      allowed: [...labels].join(", ") || "none",
      next: "name one of these, or keep the label in the expression",
    }));
}

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
