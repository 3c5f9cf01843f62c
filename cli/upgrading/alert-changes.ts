import type { Notification, RaisedAlert } from "../../inventory/notification";

/** An alert before and after; at least one of them is there. */
export type AlertPair =
  | { readonly kind: "added"; readonly after: RaisedAlert }
  | { readonly kind: "removed"; readonly before: RaisedAlert }
  | {
      readonly kind: "kept";
      readonly before: RaisedAlert;
      readonly after: RaisedAlert;
    };

/**
 * Pairs the alerts of two outputs: first those of the same name and labels, then of one name those
 * that have the most labels in common. What is left was added or removed.
 */
export function pairAlerts(
  before: Pick<Notification, "alerts">,
  after: Pick<Notification, "alerts">,
): readonly AlertPair[] {
  const names = new Set(
    [...before.alerts, ...after.alerts].map(({ name }) => name),
  );
  const named = ({ alerts }: Pick<Notification, "alerts">, name: string) =>
    alerts.filter((alert) => alert.name === name);
  return [...names]
    .sort()
    .flatMap((name) => pairsOf(named(before, name), named(after, name)));
}

function pairsOf(
  before: readonly RaisedAlert[],
  after: readonly RaisedAlert[],
): readonly AlertPair[] {
  const candidates = before
    .flatMap((one) =>
      after.map((other) => ({ one, other, common: inCommon(one, other) })),
    )
    .sort((a, b) => b.common - a.common);
  const paired = new Set<RaisedAlert>();
  const kept = candidates.flatMap(({ one, other }): readonly AlertPair[] => {
    if (paired.has(one) || paired.has(other)) return [];
    paired.add(one).add(other);
    return [{ kind: "kept", before: one, after: other }];
  });
  return [
    ...kept,
    ...before
      .filter((alert) => !paired.has(alert))
      .map((alert): AlertPair => ({ kind: "removed", before: alert })),
    ...after
      .filter((alert) => !paired.has(alert))
      .map((alert): AlertPair => ({ kind: "added", after: alert })),
  ];
}

/** Labels of equal value, less those that differ; the same system counts as one. */
function inCommon(a: RaisedAlert, b: RaisedAlert): number {
  const labels = new Set([...Object.keys(a.labels), ...Object.keys(b.labels)]);
  const equal = [...labels].filter(
    (label) => a.labels[label] === b.labels[label],
  ).length;
  return 2 * equal - labels.size + (a.system === b.system ? 0.5 : 0);
}

/** A label whose value differs; `undefined` where it is missing. */
export interface LabelChange {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Labels that differ, sorted. */
export const labelChanges = (
  before: RaisedAlert,
  after: RaisedAlert,
): readonly LabelChange[] =>
  [...new Set([...Object.keys(before.labels), ...Object.keys(after.labels)])]
    .sort()
    .filter((label) => before.labels[label] !== after.labels[label])
    .map((label) => ({
      label,
      before: before.labels[label],
      after: after.labels[label],
    }));
