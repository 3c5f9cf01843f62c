import { logSources } from "./log-pipeline";
import { savedQueriesUid } from "./saved-query";
import { readsEverySystem } from "./service";
import type { Service } from "./service";
import { sendsTraces } from "./service-traces";

/** What decides whether a system has a page of its logs and traces, and of whose. */
type Signalling = Pick<
  Service,
  "namespace" | "logs" | "traces" | "logQueries" | "traceQueries" | "reads"
>;

/** Whether lines of its pods are collected. */
export const hasLogs = (service: Pick<Service, "namespace" | "logs">) =>
  logSources(service).length > 0;

/** Whether there is a page of its logs and traces: there is nothing to show without either. */
export const hasSignalsPage = (service: Signalling): boolean =>
  hasLogs(service) ||
  sendsTraces(service) ||
  (service.logQueries ?? []).length > 0 ||
  (service.traceQueries ?? []).length > 0;

/** `uid` of the page; it never changes, since messages lead to it. */
export const signalsUid = savedQueriesUid;

/** Whether its page shows the logs and traces of every system: the platform's. */
export const showsEverySystem = (service: Signalling): boolean =>
  readsEverySystem(service) && hasLogs(service);

/**
 * Variables of such a page. Links set them (`var-pod=…`), so a name never changes.
 * @see
 *   https://grafana.com/docs/grafana/latest/visualizations/dashboards/build-dashboards/create-dashboard-url-variables/
 */
export const SIGNAL_VARIABLES = {
  /** Only on a page that shows every system. */
  system: "system",
  namespace: "namespace",
  pod: "pod",
  level: "level",
  /** RE2 that a line contains, in capitals or not. */
  search: "search",
} as const;
