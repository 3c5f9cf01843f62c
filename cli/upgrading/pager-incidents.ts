import { walkAll } from "../../checks/routing/walk";
import type { Notification } from "../../inventory/notification";

/** Alertmanager's value of `group_by` for all labels. */
const EVERY_LABEL = "...";

/** An incident of the pager that an alert belongs to. */
export interface PagerIncident {
  /** Service of the pager, by the file with its key. */
  readonly pager: string;
  /**
   * Matchers of the routes from the root on, as Alertmanager writes them: the first part of the
   * deduplication key.
   */
  readonly route: string;
  /**
   * Labels that the alert is known to have and that the route groups by, with their values: the
   * second part.
   */
  readonly labels: Readonly<Record<string, string>>;
  /** Labels of the route that only series can give to the alert. */
  readonly ofSeries: readonly string[];
}

/**
 * The incidents that an alert opens. PagerDuty joins events by a hash of the key of the group: the
 * matchers of the routes, and those labels of the group that the alert has.
 * @see https://github.com/prometheus/alertmanager/blob/main/notify/pagerduty/pagerduty.go
 */
export const pagerIncidents = (
  { route, pagers }: Notification,
  labels: Readonly<Record<string, string>>,
): readonly PagerIncident[] =>
  walkAll({ route }, labels).flatMap(({ receiver, steps, groupBy }) => {
    const every = groupBy.includes(EVERY_LABEL);
    const known = Object.entries(labels).filter(
      ([label]) => every || groupBy.includes(label),
    );
    return (pagers[receiver] ?? []).map((pager) => ({
      pager,
      route: ["{}", ...steps.map(routeText)].join("/"),
      labels: Object.fromEntries(known.sort()),
      ofSeries: groupBy.filter((label) => !(label in labels)).sort(),
    }));
  });

/** One route, from its matchers in one text. */
const routeText = (step: string): string =>
  `{${(step.match(/\w+(?:=~|!~|!=|=)"(?:[^"\\]|\\.)*"/g) ?? []).join(",")}}`;

/**
 * Alertmanager's key of the group, as far as it is known before the alert fires; PagerDuty's
 * `dedup_key` is its SHA-256.
 */
export const groupKey = ({ route, labels }: PagerIncident): string =>
  `${route}:{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(", ")}}`;

/** Whether events about two are of one incident; `unless` names labels that would divide them. */
export type Sameness =
  | { readonly kind: "same" }
  | { readonly kind: "same-unless"; readonly labels: readonly string[] }
  | { readonly kind: "other" };

/** Compares the keys of two incidents. */
export function sameness(a: PagerIncident, b: PagerIncident): Sameness {
  if (a.pager !== b.pager || groupKey(a) !== groupKey(b)) {
    return { kind: "other" };
  }
  const labels = [
    ...a.ofSeries.filter((label) => !b.ofSeries.includes(label)),
    ...b.ofSeries.filter((label) => !a.ofSeries.includes(label)),
  ].sort();
  return labels.length === 0
    ? { kind: "same" }
    : { kind: "same-unless", labels };
}
