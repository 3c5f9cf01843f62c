import type { Opened } from "../support/follow-link";
import type { FiredAlert } from "./rendered";

/** As the chart sends it: no priority, no system, no dashboard. */
export const ofChart: FiredAlert = {
  status: "firing",
  labels: {
    alertname: "KubePodCrashLooping",
    severity: "warning",
    namespace: "shop",
    environment: "production",
  },
  annotations: {
    summary: "Pod is crash looping.",
    description: "Pod shop/api is in waiting state.",
    runbook_url: "https://runbooks.example.com/kubepodcrashlooping",
  },
  startsAt: "2026-11-21T10:15:30Z",
};

/** A quarter of an hour before the alerts began, and now. */
export const TIME = { from: "1795255230000", to: "now" } as const;
export const GRAFANA = "https://grafana.monitoring.example.com";

/** Grafana's list of Alertmanager's alerts of one name. */
export const alertsOf = (name: string): string =>
  `${GRAFANA}/alerting/groups?alertmanager=Alertmanager&queryString=alertname%3D%22${name}%22`;

/** The page of the logs and traces of the system that alerts here are about. */
export const SIGNALS_OF_MARKET: Opened = {
  root: GRAFANA,
  uid: "market-queries",
  choices: {},
  range: TIME,
};

/** The address of a link to logs or traces in a message of Slack, by its words. */
export const linkIn = (text: string, name: string): string =>
  new RegExp(`<([^|>]*-queries[^|>]*)\\|${name}>`).exec(text)?.[1] ??
  `no link to ${name}`;

/** Of a node: no system and no namespace. */
export const ofNode: FiredAlert = {
  ...ofChart,
  labels: { alertname: "NodeClockNotSynchronising", severity: "warning" },
};
