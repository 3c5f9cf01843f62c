import { minutes } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import type { SecondPathRule } from "./rule";

const PAGE = "platform/second-path";
/**
 * As long as the external heartbeat waits, so that a restart pages nobody and both fire together.
 */
const PATIENCE = minutes(5);

/**
 * Rules that fire when the first path is broken, anywhere from Prometheus's samples to
 * Alertmanager's channels.
 */
export function firstPathRules({
  alertmanager,
}: EnvironmentConfig): readonly SecondPathRule[] {
  const replicas = alertmanager.replicas;
  const common = {
    for: PATIENCE,
    severity: "critical",
    team: "platform",
    // A missing answer is reported once, by the rule about nothing else.
    withoutAnswer: "OK",
  } as const;
  return [
    {
      ...common,
      uid: "second-path-prometheus",
      name: "PrometheusUnreachable",
      expr: "count(up)",
      fires: { when: "below", limit: 1 },
      withoutAnswer: "Alerting",
      summary: "Prometheus does not answer Grafana, or holds no samples",
      description:
        "While Prometheus does not answer, no alert of any system is evaluated, and none can fire.",
      runbook: `${PAGE}#prometheusunreachable`,
    },
    {
      ...common,
      uid: "second-path-alertmanager",
      name: "AlertmanagerDown",
      // The pods have a second container, which answers under the same job.
      expr: 'count(up{job="kps-alertmanager", namespace="monitoring", container="alertmanager"} == 1) or vector(0)',
      fires: { when: "below", limit: replicas },
      summary: `Fewer than ${String(replicas)} Alertmanagers answer`,
      description:
        "{{ $values.A.Value }} answer. Without any, no alert is delivered by the first path.",
      runbook: `${PAGE}#alertmanagerdown`,
    },
    {
      ...common,
      uid: "second-path-notifications",
      name: "NotificationsFailing",
      // A group notifies every five minutes: a range of ten always covers repeated failures, and a
      // single failure leaves it before the rule fires.
      expr: 'sum by (integration) (rate(alertmanager_notifications_failed_total{job="kps-alertmanager", namespace="monitoring"}[10m]))',
      fires: { when: "above", limit: 0 },
      for: minutes(10),
      summary:
        "Alertmanager's notifications by {{ $labels.integration }} keep failing",
      description:
        "Nobody who is notified by {{ $labels.integration }} receives any alert, including the alert about this failure.",
      runbook: `${PAGE}#notificationsfailing`,
    },
    {
      ...common,
      uid: "second-path-watchdog",
      name: "WatchdogMissing",
      expr: 'count(ALERTS{alertname="Watchdog", alertstate="firing"}) or vector(0)',
      fires: { when: "below", limit: 1 },
      summary: "Watchdog, which always fires, does not",
      description: "Prometheus answers and evaluates no alerts.",
      runbook: `${PAGE}#watchdogmissing`,
    },
    {
      ...common,
      uid: "second-path-no-alert-held",
      name: "AlertmanagerHoldsNoAlert",
      expr: 'min(alertmanager_alerts{job="kps-alertmanager", namespace="monitoring", state="active"})',
      fires: { when: "below", limit: 1 },
      summary: "An Alertmanager holds no active alert, not even Watchdog",
      description:
        "Alerts of Prometheus do not reach it, or Watchdog is silenced.",
      runbook: `${PAGE}#alertmanagerholdsnoalert`,
    },
  ];
}
