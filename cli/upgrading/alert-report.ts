import type { Notification, RaisedAlert } from "../../inventory/notification";
import { labelChanges, pairAlerts } from "./alert-changes";
import type { AlertPair, LabelChange } from "./alert-changes";
import { incidentOutcome } from "./incident-outcome";
import type { IncidentOutcome, Versions } from "./incident-outcome";
import { pagerIncidents } from "./pager-incidents";

/** What a new version changes for an alert. */
export interface AlertReport {
  readonly name: string;
  /** Systems concerned; empty where the rule itself says it, or for every alert of a chart. */
  readonly about: readonly string[];
  readonly kind:
    "added" | "removed" | "re-prioritised" | "re-labelled" | "regrouped";
  /** What distinguishes it from alerts of the same name. */
  readonly labels: Readonly<Record<string, string>>;
  readonly changes: readonly LabelChange[];
  readonly outcome: IncidentOutcome;
  /** Pager, routes and labels of its incidents, where they differ. */
  readonly keys: {
    readonly before: readonly string[];
    readonly after: readonly string[];
  };
}

/** Every alert for which something changes, by name. */
export function alertReports(versions: Versions): readonly AlertReport[] {
  const reports = pairAlerts(versions.before, versions.after).flatMap((pair) =>
    seriesLabelsOf(pair, versions).flatMap(({ about, series }) =>
      reportOf(pair, versions, about, series),
    ),
  );
  return merged(reports);
}

/**
 * Labels of series by which routes differ: the system of an alert about any, the namespace of a
 * chart's alert. Only those that are there before and after, unless the alert itself is not.
 */
function seriesLabelsOf(
  pair: AlertPair,
  { before, after }: Versions,
): readonly {
  readonly about: string | undefined;
  readonly series: Readonly<Record<string, string>>;
}[] {
  const alert = pair.kind === "added" ? pair.after : pair.before;
  if ("system" in alert.labels) return [{ about: undefined, series: {} }];
  const systems = systemsOf(pair, before, after);
  return alert.system === undefined
    ? [
        { about: undefined, series: {} },
        ...systems.map(({ key, namespace }) => ({
          about: key,
          series: { namespace },
        })),
      ]
    : systems.map(({ key }) => ({ about: key, series: { system: key } }));
}

function systemsOf(
  { kind }: AlertPair,
  before: Notification,
  after: Notification,
): Notification["systems"] {
  if (kind === "added") return after.systems;
  if (kind === "removed") return before.systems;
  const known = new Set(before.systems.map(({ key }) => key));
  return after.systems.filter(({ key }) => known.has(key));
}

function reportOf(
  pair: AlertPair,
  versions: Versions,
  about: string | undefined,
  series: Readonly<Record<string, string>>,
): readonly AlertReport[] {
  const outcome = incidentOutcome(pair, versions, series);
  const changes =
    pair.kind === "kept" ? labelChanges(pair.before, pair.after) : [];
  const kind = kindOf(pair, changes);
  if (
    kind === "regrouped" &&
    !outcome.opensAnother &&
    ["none", "continues"].includes(outcome.open.kind)
  ) {
    return [];
  }
  const alert = pair.kind === "added" ? pair.after : pair.before;
  const keys = (version: Notification, of: RaisedAlert): readonly string[] =>
    pagerIncidents(version, { ...series, ...of.labels }).map(
      ({ route, labels, ofSeries }) =>
        `${route} by ${[...Object.keys(labels), ...ofSeries].sort().join(", ")}`,
    );
  return [
    {
      name: alert.name,
      about: about === undefined ? [] : [about],
      kind,
      labels: alert.labels,
      changes,
      outcome,
      keys: {
        before: pair.kind === "added" ? [] : keys(versions.before, pair.before),
        after: pair.kind === "removed" ? [] : keys(versions.after, pair.after),
      },
    },
  ];
}

function kindOf(
  { kind }: AlertPair,
  changes: readonly LabelChange[],
): AlertReport["kind"] {
  if (kind !== "kept") return kind;
  if (changes.length === 0) return "regrouped";
  return changes.some(({ label }) => label === "priority")
    ? "re-prioritised"
    : "re-labelled";
}

/** One report for all systems for which the same becomes of an alert; keys are the first one's. */
function merged(reports: readonly AlertReport[]): readonly AlertReport[] {
  const byText = new Map<string, AlertReport>();
  for (const report of reports) {
    const { name, kind, labels, changes, outcome } = report;
    const text = JSON.stringify([name, kind, labels, changes, outcome]);
    const known = byText.get(text);
    byText.set(
      text,
      known === undefined
        ? report
        : { ...known, about: [...known.about, ...report.about] },
    );
  }
  return [...byText.values()];
}
