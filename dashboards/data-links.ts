import type { DashboardLink } from "@grafana/grafana-foundation-sdk/dashboard";
import type { AlertDefinition } from "../model/alert";
import type { Panel } from "../model/dashboard";
import { runbookUrl } from "../model/environment-urls";
import type { DashboardSettings } from "./dashboard-settings";
import { filledLater } from "../model/links/filled-later";
import { signalsLink } from "../model/links/signals-link";
import { remembered } from "../model/remembered";
import type { Service } from "../model/service";
import { sendsTraces } from "../model/service-traces";
import { hasSignalsPage, showsEverySystem } from "../model/signals-page";
import { alertOfStep, limitsOf } from "./thresholds";

/**
 * What Grafana keeps of a link on a value; the SDK's type is that of a link at the top of a
 * dashboard, with twice as much.
 */
export type DataLink = Pick<DashboardLink, "title" | "url" | "targetBlank">;

/**
 * Links of a value: for each alert whose threshold the panel shows, its state and its runbook; then
 * the system's logs and traces in the panel's time range.
 * @see https://grafana.com/docs/grafana/latest/panels-visualizations/configure-data-links/
 */
export const dataLinks = (
  panel: Panel,
  service: Service,
  environment: DashboardSettings,
): readonly DataLink[] => [
  ...alertLinks(alertsOf(panel, service), service, environment),
  ...signalLinks(service),
];

/** Alerts whose limits a panel shows, each once. */
const alertsOf = (
  panel: Panel,
  service: Service,
): readonly AlertDefinition[] => [
  ...new Set(
    limitsOf(panel).flatMap(({ thresholds }) =>
      thresholds.kind === "none"
        ? []
        : thresholds.steps.flatMap((step) => alertOfStep(step, service) ?? []),
    ),
  ),
];

/** The state and the runbook of each alert. */
export const alertLinks = (
  alerts: readonly AlertDefinition[],
  service: Service,
  environment: DashboardSettings,
): readonly DataLink[] =>
  alerts.flatMap((alert) => [
    link(`State of ${alert.name}`, alertListUrl(alert, service)),
    link(`Runbook of ${alert.name}`, runbookUrl(environment, alert.runbook)),
  ]);

/** The panel's time range, in milliseconds: Grafana fills it in when the link is opened. */
const PANEL_TIME = {
  from: filledLater("${__from}"),
  to: filledLater("${__to}"),
} as const;

/** Root of Grafana: a link inside it begins with a slash, and Grafana adds its own root. */
const INSIDE = "";

/** The same on every panel of a service. */
const signalLinks = remembered((service: Service): readonly DataLink[] => {
  if (!hasSignalsPage(service)) return [];
  const { key, displayName } = service;
  const title = sendsTraces(service) ? "Logs and traces" : "Logs";
  const choices = showsEverySystem(service) ? { system: key } : {};
  return [
    link(
      `${title} of ${displayName}`,
      signalsLink(INSIDE, key, PANEL_TIME, choices),
    ),
  ];
});

/**
 * The rule in Grafana's own list, with its state and the series that fire; below Grafana's root,
 * wherever that is.
 */
function alertListUrl(alert: AlertDefinition, service: Service): string {
  const terms = [`rule:${alert.name}`];
  // The label of the others comes from the series; the list filters by the labels of the rule.
  if (alert.system?.kind !== "from-series") {
    terms.push(`label:system=${service.key}`);
  }
  return `/alerting/list?search=${encodeURIComponent(terms.join(" "))}`;
}

const link = (title: string, url: string): DataLink => ({
  title,
  url,
  targetBlank: true,
});
