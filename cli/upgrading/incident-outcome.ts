import type { Notification, RaisedAlert } from "../../inventory/notification";
import type { AlertPair } from "./alert-changes";
import { labelChanges } from "./alert-changes";
import { pagerIncidents, sameness } from "./pager-incidents";
import type { PagerIncident } from "./pager-incidents";

/** What becomes of an incident of the pager that is open while the new version is deployed. */
export interface IncidentOutcome {
  /** None was open before: the alert is new, or did not page. */
  readonly open:
    | { readonly kind: "none" }
    /** The same events go on. */
    | { readonly kind: "continues" }
    /** The alert ends, and so does its incident. */
    | { readonly kind: "resolves" }
    /** Nothing will ever end it. */
    | { readonly kind: "left-open" }
    /** As `left-open`, for alerts that have one of these labels. */
    | { readonly kind: "may-be-left-open"; readonly labels: readonly string[] };
  /** Whether the alert opens an incident of another key. */
  readonly opensAnother: boolean;
}

/** An environment before and after. */
export interface Versions {
  readonly before: Notification;
  readonly after: Notification;
}

/** Labels that only series give to an alert, of which a route asks. */
type SeriesLabels = Readonly<Record<string, string>>;

/**
 * What becomes of the incident of one alert with labels of its series.
 *
 * Alertmanager keeps firing alerts over a reload of its configuration and routes them anew. An
 * alert whose rule is gone, or has other labels, ends within minutes; its end is sent to the group
 * that its old labels lead to by then.
 */
export function incidentOutcome(
  pair: AlertPair,
  { before, after }: Versions,
  series: SeriesLabels,
): IncidentOutcome {
  const incidents = (version: Notification, alert: RaisedAlert) =>
    pagerIncidents(version, { ...series, ...alert.labels });
  if (pair.kind === "added") {
    return {
      open: { kind: "none" },
      opensAnother: incidents(after, pair.after).length > 0,
    };
  }
  const open = incidents(before, pair.before);
  const ends = incidents(after, pair.before);
  const ended = pair.kind === "removed" || isRelabelled(pair);
  const goesOn = pair.kind === "removed" ? [] : incidents(after, pair.after);
  return {
    open: fateOf(open, ends, ended && !areSame(open, goesOn)),
    opensAnother: goesOn.some((incident) =>
      open.every((one) => sameness(one, incident).kind === "other"),
    ),
  };
}

const isRelabelled = (
  pair: Extract<AlertPair, { readonly kind: "kept" }>,
): boolean => labelChanges(pair.before, pair.after).length > 0;

const areSame = (
  a: readonly PagerIncident[],
  b: readonly PagerIncident[],
): boolean =>
  a.length > 0 &&
  a.every((one) => b.some((other) => sameness(one, other).kind === "same"));

/** @param ends where events about the old labels are sent by then */
function fateOf(
  open: readonly PagerIncident[],
  ends: readonly PagerIncident[],
  ended: boolean,
): IncidentOutcome["open"] {
  if (open.length === 0) return { kind: "none" };
  const found = open.map((one) =>
    ends.map((end) => sameness(one, end)).find(({ kind }) => kind !== "other"),
  );
  if (found.includes(undefined)) return { kind: "left-open" };
  const labels = found.flatMap((same) =>
    same?.kind === "same-unless" ? same.labels : [],
  );
  if (labels.length > 0) {
    return { kind: "may-be-left-open", labels: [...new Set(labels)].sort() };
  }
  return { kind: ended ? "resolves" : "continues" };
}
