import type { DashboardLink } from "@grafana/grafana-foundation-sdk/dashboard";
import type { AlertDefinition } from "../model/alert";
import type { Panel } from "../model/dashboard";
import { runbookUrl } from "../model/environment";
import type { EnvironmentConfig } from "../model/environment";
import type { ServiceDeclaration } from "../model/service";
import { alertOfStep } from "./thresholds";

/** What Grafana keeps of a link on a value; the SDK's type is that of a link at the top of a dashboard, with twice as much. */
export type DataLink = Pick<DashboardLink, "title" | "url" | "targetBlank">;

/**
 * Where a click on a value leads: for each alert whose limit the panel shows, its state and its runbook.
 * @see https://grafana.com/docs/grafana/latest/panels-visualizations/configure-data-links/
 */
export function dataLinks(
  panel: Panel,
  service: ServiceDeclaration,
  environment: EnvironmentConfig,
): readonly DataLink[] {
  if (panel.thresholds.kind === "none") return [];
  const alerts = new Set(
    panel.thresholds.steps.flatMap((step) => alertOfStep(step, service) ?? []),
  );
  return [...alerts].flatMap((alert) => [
    link(`State of ${alert.name}`, alertListUrl(alert, service)),
    link(`Runbook of ${alert.name}`, runbookUrl(environment, alert.runbook)),
  ]);
}

/** The rule in Grafana's own list, with its state and the series that fire; below Grafana's root, wherever that is. */
function alertListUrl(
  alert: AlertDefinition,
  service: ServiceDeclaration,
): string {
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
