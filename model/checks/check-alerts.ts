import type { Alert, Priority, Severity } from "../alert";
import { everyAlert } from "../every-alert";
import type { LogAlert } from "../log-alert";
import { PRIORITIES } from "../notification-path";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { SAVED_QUERIES_OF_SERIES } from "../saved-query";
import { SLO_DASHBOARD_OF_SERIES } from "../slo-dashboard";
import { checkLogProof } from "./check-log-proof";
import { ALERT_NAME, oneOf, repeated } from "./names";

/** Pages that several systems have, each its own. */
const OF_SERIES: readonly string[] = [
  SLO_DASHBOARD_OF_SERIES,
  SAVED_QUERIES_OF_SERIES,
];

const SEVERITIES: readonly Severity[] = ["critical", "warning", "info"];

/**
 * How soon a person must act on what is how bad. What is critical wakes somebody, or is seen to
 * within the hour; what warns never wakes anybody; information waits.
 */
const PRIORITIES_OF: Readonly<Record<Severity, readonly Priority[]>> = {
  critical: ["P0", "P1"],
  warning: ["P1", "P2", "P3"],
  info: ["P3"],
};

/** The parts of the repository that the checks of alerts need. */
export interface AlertCheckContext {
  /**
   * Existing runbook pages, without suffix, and `page#anchor` for each heading: `shop/api-down`.
   * `shop/api-down`.
   */
  readonly runbooks: ReadonlySet<string>;
}

/** Checks the labels, annotations, runbook page and proof of every alert. */
export function checkAlerts(
  service: Service,
  context: AlertCheckContext,
): readonly Problem[] {
  const alerts = everyAlert(service);
  const names = alerts
    .filter((alert, index) => !sharesName(alert, alerts.slice(0, index)))
    .map(({ name }) => name);
  return [
    ...repeated(names).map((name) => ({
      path: `services/${service.key} alert "${name}"`,
      message: "the name is used twice in this system",
      next: "rename one; the label system distinguishes only systems",
    })),
    ...alerts.flatMap((alert) => checkAlert(service, alert, context)),
    ...(service.logAlerts ?? []).flatMap((alert) =>
      checkLogProof(`services/${service.key} alert "${alert.name}"`, alert),
    ),
    ...checkNoData(service),
  ];
}

/**
 * Whether all others of its name are about any system too, with other priorities: then Alertmanager
 * keeps them in separate groups.
 */
const sharesName = (
  alert: Alert | LogAlert,
  others: readonly (Alert | LogAlert)[],
): boolean => {
  const alike = [alert, ...others.filter(({ name }) => name === alert.name)];
  return (
    alike.length > 1 &&
    alike.every(({ system }) => system?.kind === "from-series") &&
    repeated(alike.map(({ priority }) => priority)).length === 0
  );
};

function checkAlert(
  service: Service,
  alert: Alert | LogAlert,
  context: AlertCheckContext,
): readonly Problem[] {
  const path = `services/${service.key} alert "${alert.name}"`;
  const problems: Problem[] = [];
  if (!ALERT_NAME.test(alert.name)) {
    problems.push({
      path,
      message: "the name of an alert is UpperCamelCase",
      got: alert.name,
      next: "rename it",
    });
  }
  problems.push(
    ...oneOf(path, "priority", alert.priority, PRIORITIES),
    ...oneOf(path, "severity", alert.severity, SEVERITIES),
  );
  const allowed = PRIORITIES_OF[alert.severity] as
    readonly Priority[] | undefined;
  if (
    allowed?.includes(alert.priority) === false &&
    PRIORITIES.includes(alert.priority)
  ) {
    problems.push({
      path,
      message: `severity ${alert.severity} and priority ${alert.priority} contradict each other: one says how bad it is, the other how soon a person must act`,
      allowed: `with ${alert.severity}: ${allowed.join(", ")}`,
      next: "leave severity out to have that of the priority, or change one of them: docs/who-is-notified.md",
    });
  }
  if (alert.condition === "") {
    problems.push({
      path,
      message:
        "condition must not be empty: two missing labels count as equal and inhibit each other",
      next: "leave it out to use the alert's name",
    });
  }
  if (alert.summary.trim() === "") {
    problems.push({
      path,
      message: "summary must not be empty",
      next: "write in one line what is wrong",
    });
  }
  if (!context.runbooks.has(alert.runbook)) {
    problems.push({
      path,
      message: "the runbook page or its heading does not exist",
      got: alert.runbook,
      next: "npm run generate -- --scaffold writes the page, with the heading after # if there is one; fill in its text",
    });
  }
  if (
    !service.dashboards.some(({ uid }) => uid === alert.dashboard) &&
    !(
      OF_SERIES.includes(alert.dashboard) &&
      alert.system?.kind === "from-series"
    )
  ) {
    problems.push({
      path,
      message: "no dashboard of this service has that uid",
      got: alert.dashboard,
      allowed: service.dashboards.map(({ uid }) => uid).join(", "),
      next: "name the dashboard that shows the condition",
    });
  }
  if (alert.proof.fires.length === 0 || alert.proof.quiet.length === 0) {
    problems.push({
      path,
      message: "an alert needs one case that fires and one that does not",
      next: "add the missing case to proof",
    });
  }
  return [...problems, ...checkTemplates(path, alert)];
}

/** A text with a template must be proved as rendered. */
function checkTemplates(
  path: string,
  alert: Alert | LogAlert,
): readonly Problem[] {
  return (["summary", "description"] as const)
    .filter((text) => alert[text]?.includes("{{") === true)
    .filter((text) =>
      alert.proof.fires.some(({ expect }) =>
        (expect ?? [{}]).some((expected) => expected[text] === undefined),
      ),
    )
    .map((text) => ({
      path,
      message: `the ${text} has a template, but a firing case does not expect its rendered form`,
      next: `add the rendered ${text} to expect`,
    }));
}

function checkNoData(service: Service): readonly Problem[] {
  const { noData } = service;
  const path = `services/${service.key} noData`;
  if (noData.kind === "none") {
    return noData.reason.trim() !== ""
      ? []
      : [
          {
            path,
            message: "no alert is named for absent metrics",
            allowed:
              '{ kind: "alert", alert, metrics }, or { kind: "none", reason }',
            next: "name the alert that fires when metrics are absent: metricsAbsent of patterns/alerts/absence.ts makes one",
          },
        ];
  }
  const alert = service.alerts.find(({ name }) => name === noData.alert);
  if (alert === undefined) {
    return [
      {
        path,
        message: "no alert has that name",
        got: noData.alert,
        next: "name the alert that fires when metrics are absent",
      },
    ];
  }
  const expr = alert.expr.replace(/\s+/g, "");
  const { otherAlerts = {} } = noData;
  const apps = service.targets.map(({ app }) => app);
  const wanted = [
    // Probes and exporters have an `up` of the system too; only the app identifies its own targets.
    ...apps
      .filter((app) => otherAlerts[app] === undefined)
      .map((app) => `absent(up{system="${service.key}", app="${app}"} == 1)`),
    ...noData.metrics.map((metric) => `absent(${metric}…)`),
  ];
  return [
    ...wanted
      .filter((part) => !expr.includes(part.replace(/\s+|…\)/g, "")))
      .map((part) => ({
        path,
        message: `alert "${alert.name}" does not fire on absent metrics`,
        allowed: `an expression with ${part}`,
        next: "add it to the expression",
      })),
    ...Object.entries(otherAlerts).flatMap(([app, name]) => [
      ...(apps.includes(app)
        ? []
        : [
            {
              path: `${path} otherAlerts`,
              message: "no target has that app",
              got: app,
              allowed: apps.join(", "),
              next: "name the app of a target",
            },
          ]),
      ...(service.alerts.some((each) => each.name === name)
        ? []
        : [
            {
              path: `${path} otherAlerts`,
              message: "no alert has that name",
              got: name,
              next: `name the alert that fires when ${app} is not there`,
            },
          ]),
    ]),
  ];
}
