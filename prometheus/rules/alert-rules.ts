import type { Alert, AlertDefinition } from "../../model/alert";
import { isAmong } from "../../model/environment-choice";
import { grafanaUrl, runbookUrl } from "../../model/environment-urls";
import type { EnvironmentConfig } from "../../model/environment";
import {
  notificationPolicyOf,
  responseText,
} from "../../model/notification-path";
import { engineersMayRead, teamsThatRead } from "../../model/folder-teams";
import type { Service } from "../../model/service";
import { thresholdText } from "../../model/threshold";
import { renderPlaceholders } from "../../query/promql/placeholders";
import { groupsSplitByWindow } from "./long-windows";
import type { AlertRuleText, RuleGroup } from "./rule-group";
import { exprIn, thresholdsIn } from "../../model/thresholds-in-force";

/** Alerts that an environment runs: all except those declared for other environments. */
export const alertsIn = (
  environment: EnvironmentConfig,
  service: Service,
): readonly Alert[] =>
  service.alerts.filter(
    ({ only }) => only === undefined || isAmong(only.environments, environment),
  );

/**
 * The alert rules of a service, with the labels that route them and the annotations that people
 * read. Those that read a long window are in a group of their own.
 */
export function alertRules(
  service: Service,
  environment: EnvironmentConfig,
): readonly RuleGroup[] {
  const alerts = alertsIn(environment, service);
  return groupsSplitByWindow(
    `${service.key}-alerts`,
    service.alertInterval,
    alerts.map((alert) => alertRule(alert, service, environment)),
    alerts.map(({ expr }) => expr),
  );
}

/** One alert as Prometheus loads it. */
export function alertRule(
  alert: AlertDefinition,
  service: Service,
  environment: EnvironmentConfig,
): AlertRuleText {
  const thresholds = Object.entries(
    thresholdsIn(environment, service.key, alert),
  ).map(([name, threshold]) => [name, thresholdText(threshold)] as const);
  return {
    alert: alert.name,
    expr: renderPlaceholders(
      exprIn(environment, service.key, alert),
      Object.fromEntries(thresholds),
    ),
    for: alert.for.toString(),
    ...(alert.keepFiringFor === undefined ||
    alert.keepFiringFor.milliseconds === 0
      ? {}
      : { keep_firing_for: alert.keepFiringFor.toString() }),
    labels: alertLabels(alert, service),
    annotations: alertAnnotations(alert, service, environment),
  };
}

/** Labels that every alert carries, so that no route or inhibition lacks one. */
export const alertLabels = (
  alert: AlertDefinition,
  service: Service,
): Readonly<Record<string, string>> => {
  // One by one: everything that is about an alert asks for them, and spreading takes ten times as
  // long.
  const labels: Record<string, string> = {};
  if (alert.system?.kind !== "from-series") labels["system"] = service.key;
  labels["priority"] = alert.priority;
  labels["severity"] = alert.severity;
  labels["team"] = service.team.key;
  labels["condition"] = alert.condition ?? alert.name;
  if (alert.path !== undefined) labels["path"] = alert.path.name;
  return Object.assign(labels, alert.labels);
};

/**
 * Who may open the dashboard where engineers, who are notified, may not. Generated pages are open
 * to them.
 */
function dashboardReaders(
  { dashboard }: AlertDefinition,
  { dashboards }: Service,
): Readonly<Record<string, string>> {
  const access = dashboards.find(({ uid }) => uid === dashboard)?.access;
  return access === undefined || engineersMayRead(access)
    ? {}
    : { dashboard_readers: teamsThatRead(access).join(", ") };
}

/** Annotations for the notified person. */
export const alertAnnotations = (
  alert: AlertDefinition,
  service: Service,
  environment: EnvironmentConfig,
): Readonly<Record<string, string>> => ({
  summary: alert.summary,
  description: alert.description ?? alert.summary,
  ...(alert.action === undefined ? {} : { action: alert.action }),
  runbook_url: runbookUrl(environment, alert.runbook),
  dashboard_url: `${grafanaUrl(environment)}/d/${alert.dashboard}`,
  ...dashboardReaders(alert, service),
  // The priority table depends on the system of the firing alert, so the message states the
  // response time.
  ...(alert.system?.kind === "from-series" && alert.path === undefined
    ? {}
    : {
        response_time: responseText(
          notificationPolicyOf(alert, service).response,
        ),
      }),
});
