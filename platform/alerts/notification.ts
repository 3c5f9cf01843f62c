import type { AlertDeclaration } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import { percent } from "../../model/ratio";
import { count } from "../../model/threshold";

const dashboard = "monitoring-platform";

/** Through each pod a notification that fails after these minutes, and no other. */
const failedAt = (
  after: Readonly<Partial<Record<"a" | "b", number>>>,
): InputSeries =>
  Object.fromEntries(
    Object.entries(after).flatMap(([pod, minute]) =>
      [
        `alertmanager_notifications_failed_total{integration="pagerduty", reason="serverError", pod="${pod}"}`,
        `alertmanager_notifications_total{integration="pagerduty", pod="${pod}"}`,
      ].map((series) => [
        series,
        minute === 0 ? "1001x60" : `1000x${String(minute)} 1001x60`,
      ]),
    ),
  );

/** Alerts may not be delivered, or Grafana is down. */
export const notificationAlerts: readonly AlertDeclaration[] = [
  {
    name: "PrometheusNotConnectedToAlertmanagers",
    expr: "max_over_time(prometheus_notifications_alertmanagers_discovered[5m]) < 1",
    for: minutes(10),
    priority: "P0",
    summary: "Prometheus sees no Alertmanager",
    description:
      "For 10 minutes this Prometheus has known no Alertmanager: its alerts fire and nobody is notified, except through the second path.",
    action: "Check the Alertmanager pods and their Service.",
    runbook: "platform/prometheus-not-connected-to-alertmanagers",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'prometheus_notifications_alertmanagers_discovered{pod="p-0"}':
              "3x5 0x40",
          },
          at: minutes(20),
          expect: [{ labels: { pod: "p-0" } }],
        },
      ],
      quiet: [
        {
          series: {
            'prometheus_notifications_alertmanagers_discovered{pod="p-0"}':
              "3x5 0x12 1x40",
          },
          at: minutes(25),
        },
      ],
    },
  },
  {
    name: "AlertmanagerNotificationsFailing",
    expr: `sum by (integration) (rate(alertmanager_notifications_failed_total[15m]))
  / (sum by (integration) (rate(alertmanager_notifications_total[15m])) > 0) > {failedRatio}
and sum by (integration) (increase(alertmanager_notifications_failed_total[15m])) >= {failed}`,
    thresholds: {
      failedRatio: percent(1),
      // At least two: what failed once is sent again five minutes later, and a page at night would
      // come after it.
      failed: count(1.5, "notifications in 15 minutes"),
    },
    for: minutes(5),
    priority: "P0",
    summary: "Notifications to {{ $labels.integration }} fail",
    description:
      "{{ $value | humanizePercentage }} of notifications to {{ $labels.integration }} fail.",
    action: "Read Alertmanager's log for the answer of the integration.",
    groupBy: ["integration"],
    runbook: "platform/alertmanager-notifications-failing",
    dashboard,
    proof: {
      // 44 notifications a minute through two pods, failing for two reasons: 1.4 % of them, and 0.9
      // % before.
      fires: [
        {
          series: {
            'alertmanager_notifications_failed_total{integration="slack", reason="authError", pod="a"}':
              "1000+0.3x40",
            'alertmanager_notifications_failed_total{integration="slack", reason="rateLimited", pod="a"}':
              "1000+0.3x40",
            'alertmanager_notifications_total{integration="slack", pod="a"}':
              "1000+22x40",
            'alertmanager_notifications_total{integration="slack", pod="b"}':
              "1000+22x40",
          },
          at: minutes(7),
          expect: [
            {
              labels: { integration: "slack" },
              summary: "Notifications to slack fail",
              description: "1.169% of notifications to slack fail.",
            },
          ],
        },
        {
          // As many fail, of half as many.
          series: {
            'alertmanager_notifications_failed_total{integration="slack", reason="authError", pod="a"}':
              "1000+0.2x40",
            'alertmanager_notifications_failed_total{integration="slack", reason="rateLimited", pod="a"}':
              "1000+0.2x40",
            'alertmanager_notifications_total{integration="slack", pod="a"}':
              "1000+10x40",
            'alertmanager_notifications_total{integration="slack", pod="b"}':
              "1000+10x40",
          },
          at: minutes(7),
          expect: [
            {
              labels: { integration: "slack" },
              summary: "Notifications to slack fail",
              description: "1.321% of notifications to slack fail.",
            },
          ],
        },
        {
          // Two in a quarter of an hour, one through each pod, and nothing else.
          series: failedAt({ a: 20, b: 25 }),
          before: "nothing",
          at: minutes(31),
          expect: [
            {
              labels: { integration: "pagerduty" },
              summary: "Notifications to pagerduty fail",
              description: "100% of notifications to pagerduty fail.",
            },
          ],
          resolves: { series: failedAt({ a: 0, b: 0 }), after: minutes(4) },
        },
      ],
      quiet: [
        {
          series: {
            'alertmanager_notifications_failed_total{integration="slack", reason="authError", pod="a"}':
              "1000+0.2x40",
            'alertmanager_notifications_failed_total{integration="slack", reason="rateLimited", pod="a"}':
              "1000+0.2x40",
            'alertmanager_notifications_total{integration="slack", pod="a"}':
              "1000+22x40",
            'alertmanager_notifications_total{integration="slack", pod="b"}':
              "1000+22x40",
          },
          at: minutes(30),
        },
        // A single one fails, of a single one.
        { series: failedAt({ a: 20 }), at: minutes(33) },
        // One, and another one when the first is long past.
        { series: failedAt({ a: 20, b: 40 }), at: minutes(50) },
      ],
      equivalent: {
        "1.5 → 1.2":
          "notifications are whole: one is 1.07 of them, two are 2.14",
        "1.5 → 1.875":
          "notifications are whole: one is 1.07 of them, two are 2.14",
        "sum by (integration) (rate(alertmanag… > → >=":
          "without notifications the ratio is NaN, which is not above any limit",
        "0 → (-1)":
          "without notifications the ratio is NaN, which is not above any limit",
      },
    },
  },
  {
    name: "AlertmanagerClusterDegraded",
    expr: "min(alertmanager_cluster_members) < {members}",
    thresholds: { members: count(3, "members") },
    for: minutes(15),
    severity: "warning",
    priority: "P1",
    summary: "Alertmanager cluster lacks members",
    description: "One member sees only {{ $value }} of the cluster.",
    action:
      "Look for a pod that is not ready, or a network policy between them.",
    runbook: "platform/alertmanager-cluster-degraded",
    dashboard,
    only: {
      environments: { kind: "production" },
      reason: "staging runs one Alertmanager, which is no cluster",
    },
    proof: {
      fires: [
        {
          series: {
            'alertmanager_cluster_members{pod="a"}': "3x40",
            'alertmanager_cluster_members{pod="b"}': "2x40",
          },
          at: minutes(15),
          expect: [{ description: "One member sees only 2 of the cluster." }],
        },
      ],
      quiet: [
        {
          series: {
            'alertmanager_cluster_members{pod="a"}': "3x40",
            'alertmanager_cluster_members{pod="b"}': "3x40",
          },
          at: minutes(20),
        },
      ],
    },
  },
  {
    name: "GrafanaDown",
    expr: 'absent(up{job=~".*grafana.*", namespace="monitoring"} == 1)',
    for: minutes(5),
    priority: "P1",
    summary: "Grafana is not reachable",
    description:
      "For 5 minutes no replica of Grafana has answered its scrape: dashboards, links of alerts and the second path are gone.",
    action: "Look at the events and the log of the Grafana pods.",
    runbook: "platform/grafana-down",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'up{job="grafana", namespace="monitoring", pod="g-0"}': "1x3 0x20",
            // Others that are up do not count.
            'up{job="kps-prometheus", namespace="monitoring"}': "1x20",
            'up{job="grafana", namespace="other"}': "1x20",
          },
          at: minutes(9),
        },
      ],
      quiet: [
        {
          series: {
            'up{job="grafana", namespace="monitoring", pod="g-0"}': "0x30",
            'up{job="grafana", namespace="monitoring", pod="g-1"}': "1x30",
          },
          at: minutes(12),
        },
      ],
    },
  },
];
