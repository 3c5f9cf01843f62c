import { DEFAULT_ALERTS } from "../../helm/kube-prometheus-stack/default-alerts";
import type { AlertDefinition, Priority } from "../../model/alert";
import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { untilItHolds } from "../../query/logql/single-line";
import type { EnvironmentConfig } from "../../model/environment";
import {
  PRIORITIES,
  matrixOf,
  notificationPolicyOf,
} from "../../model/notification-path";
import { externalLabels } from "../../model/external-labels";
import { remembered } from "../../model/remembered";
import type { Service } from "../../model/service";
import { longestRange } from "../../query/promql/longest-range";
import { chartAlertOwners } from "../../alertmanager/chart-alert-owners";
import type { ChartAlertOwner } from "../../alertmanager/chart-alert-owners";
import { platformOf } from "../../alertmanager/paths-in-use";
import { receiverName } from "../../alertmanager/receivers";
import { alertLabels, alertsIn } from "../../prometheus/rules/alert-rules";
import { logAlertsIn } from "../../prometheus/rules/log-rules";
import { sloAlerts } from "../../prometheus/slo/tier-alerts";
import type { ExpectedNotification, RoutedAlert } from "./routed-alert";

/** Source of test alerts, sent to try the routes. */
export const TRIAL = "npm run test-alert";
/** Source of alerts that charts bring along. */
export const CHART = "chart";
/** Source of undeclared alerts. */
export const NOWHERE = "nowhere";

/**
 * Every alert that an environment can raise: declared alerts on metrics and logs, alerts of SLOs,
 * the charts' alerts, test alerts, and an undeclared alert.
 */
export const routedAlerts = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly RoutedAlert[] => {
  const promqlRange = (expr: string) =>
    longestRange(expr, recordedBy(services));
  return [
    ...services.flatMap((service) => [
      ...alertsIn(environment, service).flatMap((alert) =>
        declared(alert, service, services, promqlRange),
      ),
      ...logAlertsIn(environment, service).flatMap((alert) =>
        declared(alert, service, services, untilItHolds),
      ),
      ...service.slos
        .flatMap((slo) => sloAlerts(slo, service.key))
        .flatMap((alert) => declared(alert, service, services)),
    ]),
    ...DEFAULT_ALERTS.map((alert) => ({
      source: CHART,
      name: alert.name,
      labels: alert.labels,
      expected: expectedOfChart(alert.name, alert.labels["severity"], services),
    })),
    ...ofNamespaces(services),
    ...services.flatMap(trials),
    ...undeclaredAlerts(services),
  ].map((alert) => ({
    ...alert,
    labels: {
      alertname: alert.name,
      // Labels that Prometheus, and Loki's ruler, add to whatever leaves them.
      ...externalLabels(environment),
      ...alert.labels,
    },
  }));
};

/**
 * One of the charts' alerts of each severity about each namespace that belongs to a system: all of
 * them are routed alike.
 */
function ofNamespaces(services: readonly Service[]): readonly RoutedAlert[] {
  const byNamespace = new Map<string, ChartAlertOwner[]>();
  for (const owner of chartAlertOwners(services)) {
    const key = `${owner.service.namespace} ${owner.severity}`;
    byNamespace.set(key, [...(byNamespace.get(key) ?? []), owner]);
  }
  return [...byNamespace.values()].flatMap((owners) =>
    owners.slice(0, 1).map(({ service: { namespace }, severity }) => ({
      source: CHART,
      name: EXAMPLES[severity],
      labels: { severity, namespace },
      expected: expectedOfChart(EXAMPLES[severity], severity, services),
      owners: owners.map(({ service, priority }) => ({
        system: service.key,
        expected: {
          kind: "team" as const,
          team: service.team,
          priority,
          policy: matrixOf(service)[priority],
          receiver: receiverName(service.key, priority),
        },
      })),
    })),
  );
}

/** An alert of the chart about an object of a namespace, by severity. */
const EXAMPLES = {
  critical: "KubePersistentVolumeFillingUp",
  warning: "KubePodCrashLooping",
} as const;

/**
 * What `npm run test-alert` sends: one of each priority, so that every route of a system is tried.
 */
const trials = (service: Service): readonly RoutedAlert[] =>
  PRIORITIES.map((priority) => ({
    source: TRIAL,
    name: "TestAlert",
    labels: {
      system: service.key,
      priority,
      severity: "warning",
      team: service.team.key,
      condition: "TestAlert",
    },
    expected: {
      kind: "team",
      team: service.team,
      priority,
      policy: matrixOf(service)[priority],
      receiver: receiverName(service.key, priority),
    },
  }));

/** An undeclared alert. It must be delivered somewhere, or nobody would notice it. */
const undeclaredAlerts = (
  services: readonly Service[],
): readonly RoutedAlert[] =>
  [
    ...services.map(({ key }) => ({ system: key, severity: "warning" })),
    ...["critical", "warning", "info", "none"].map((severity) => ({
      system: "declared-nowhere",
      priority: "P1",
      severity,
    })),
    { priority: "P0" },
    { severity: "page" },
  ].map((labels) => ({
    source: NOWHERE,
    name: "DeclaredNowhere",
    labels,
    expected: { kind: "unrouted" },
  }));

/**
 * An alert about any system counts once for each system: it notifies that system's team.
 * @param rangeOf the longest range that an expression reads, which determines how soon the alert
 * fires
 */
function declared(
  alert: AlertDefinition,
  service: Service,
  services: readonly Service[],
  rangeOf?: (expr: string) => Duration,
): readonly RoutedAlert[] {
  const labels = alertLabels(alert, service);
  const concerned = alert.system?.kind === "from-series" ? services : [service];
  return concerned.map((system) => ({
    source: `services/${service.key}`,
    name: alert.name,
    labels: { ...labels, system: system.key },
    expected: {
      kind: "team",
      team: system.team,
      priority: alert.priority,
      policy: notificationPolicyOf(alert, system),
      receiver: receiverName(system.key, alert.priority, alert.path),
    },
    ...(rangeOf === undefined || alert.labels?.["slo"] !== undefined
      ? {}
      : {
          detection: () =>
            milliseconds(
              rangeOf(alert.expr).milliseconds +
                alert.for.milliseconds +
                service.alertInterval.milliseconds,
            ),
        }),
  }));
}

/** Expressions by the name under which they are recorded. */
const recordedBy = remembered(
  (services: readonly Service[]): ReadonlyMap<string, string> =>
    new Map(
      services.flatMap(({ recording }) =>
        recording.flatMap(({ rules }) =>
          rules.map(({ record, expr }) => [record, expr] as const),
        ),
      ),
    ),
);

/**
 * The chart's alerts carry a severity only; the platform team is notified of them as of its own.
 */
function expectedOfChart(
  name: string,
  severity: string | undefined,
  services: readonly Service[],
): ExpectedNotification {
  if (name === "Watchdog") return { kind: "heartbeat" };
  if (name === "InfoInhibitor") {
    return {
      kind: "nobody",
      reason: "notifies nobody: it inhibits informational alerts",
    };
  }
  const platform = platformOf(services);
  const priority: Priority | undefined =
    severity === "critical" ? "P1" : severity === "warning" ? "P2" : undefined;
  if (priority === undefined) {
    return {
      kind: "nobody",
      reason: "informational: it explains other alerts of the chart",
    };
  }
  return platform === undefined
    ? { kind: "unrouted" }
    : {
        kind: "team",
        team: platform.team,
        priority,
        policy: matrixOf(platform)[priority],
        receiver: receiverName(platform.key, priority),
      };
}
