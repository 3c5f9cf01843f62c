import { EXTERNAL_LABELS } from "../model/external-labels";
import { remembered } from "../model/remembered";
import type { Service } from "../model/service";
import { buildCatalogue } from "../prometheus/catalogue";
import { alertLabels } from "../prometheus/rules/alert-rules";
import { readLogQuery } from "../query/logql/read-log-query";
import { resultLabels } from "../query/logql/result-labels";
import { contextOf } from "../query/promql/expression-context";
import { labelNamesOf } from "../query/promql/labels";
import type { SeriesCatalogue } from "../query/promql/series-catalogue";
import type { RelatedAlert } from "./related-alerts";

/** Labels that say nothing of what an alert is about, beside its system and its condition. */
const OF_EVERY_ALERT: readonly string[] = [
  "system",
  "priority",
  "severity",
  "team",
  "condition",
  "path",
  "burn_tier",
  ...EXTERNAL_LABELS,
];

/** Labels that tell the samples of an alert from each other; `any` where they are not known. */
export type CarriedLabels = ReadonlySet<string> | "any";

/**
 * Labels of what an alert is about: those of its expression that its rule does not replace, and
 * those that its declaration adds. The charts' series are not known here, so an expression that
 * does not aggregate them may have any.
 */
export const carriedLabels = (
  alert: RelatedAlert,
  services: readonly Service[],
): CarriedLabels => carriedIn(services)(alert);

const carriedIn = remembered((services: readonly Service[]) =>
  remembered((alert: RelatedAlert): CarriedLabels => {
    const { definition, declaredBy } = alert;
    const ofSeries = seriesLabels(alert, services);
    if (ofSeries === "any") return "any";
    const added = Object.keys(alertLabels(definition, declaredBy));
    return new Set(
      [...ofSeries, ...added]
        .filter((label) => !OF_EVERY_ALERT.includes(label))
        .sort(),
    );
  }),
);

function seriesLabels(
  { definition: { expr }, language, declaredBy }: RelatedAlert,
  services: readonly Service[],
): CarriedLabels {
  if (language === "logql") {
    return resultLabels(readLogQuery(expr)) ?? "any";
  }
  // Most alerts aggregate by the labels they keep, which says what these are.
  const aggregated = labelNamesOf(expr, NO_SERIES);
  return aggregated === "any"
    ? labelNamesOf(expr, contextOf(declaredBy, seriesOfAll(services)).catalogue)
    : aggregated;
}

const NO_SERIES: SeriesCatalogue = {
  get: () => undefined,
  has: () => false,
  names: () => [],
  of: () => NO_SERIES,
};

const seriesOfAll = remembered((services: readonly Service[]) =>
  buildCatalogue(services, []),
);

/**
 * Labels that both alerts carry, in order. Alertmanager takes a label that both lack as equal, but
 * one that only one of them has as different.
 */
export function sharedLabels(
  one: CarriedLabels,
  other: CarriedLabels,
): readonly string[] {
  if (one === "any") return other === "any" ? [] : [...other].sort();
  return [...one].filter((label) => other === "any" || other.has(label)).sort();
}
