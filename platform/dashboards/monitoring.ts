import type { DashboardDeclaration } from "../../model/dashboard";
import { days, minutes } from "../../model/duration";
import { percent, ratio } from "../../model/ratio";
import { count } from "../../model/threshold";

/** Health of the monitoring itself. */
export const monitoring: DashboardDeclaration = {
  uid: "monitoring-platform",
  title: "Monitoring platform",
  description:
    "Health of the monitoring itself: targets, rules, notifications, storage",
  refresh: minutes(1),
  panels: [
    {
      id: "targets-up-per-system",
      number: 1,
      title: "Targets up per system",
      visualisation: { kind: "stat" },
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [{ colour: "green", from: percent(100) }],
      },
      queries: [
        {
          expr: 'avg by (system) (up{system!=""})',
          legend: "{{system}}",
        },
      ],
      description: "Share of each system's targets that are up",
      noValue: "No targets",
      width: 18,
    },
    {
      id: "days-of-metrics-stored",
      number: 6,
      title: "Days of metrics stored",
      visualisation: { kind: "stat" },
      unit: "d",
      decimals: 0,
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [{ colour: "green", from: days(30) }],
      },
      queries: [
        {
          expr: "(time() - min(prometheus_tsdb_lowest_timestamp_seconds)) / 86400",
        },
      ],
      description:
        "Age of the oldest sample; objectives are computed over 30 days",
      noValue: "Unknown",
    },
    {
      id: "firing-alerts-by-priority",
      number: 2,
      title: "Firing alerts by priority",
      unit: "short",
      queries: [
        {
          expr: 'sum by (priority) (ALERTS{alertstate="firing", priority!=""})',
          legend: "{{priority}}",
        },
      ],
      description: "Alerts that fire, all systems together, by priority",
      noValue: "Nothing fires",
    },
    {
      id: "notification-failures",
      number: 3,
      title: "Notification failures",
      unit: "ops",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          {
            colour: "red",
            // Any failure, even a single one in a week.
            from: count(0.000001, "notifications per second"),
          },
        ],
      },
      queries: [
        {
          expr: "sum by (integration) (rate(alertmanager_notifications_failed_total[$__rate_interval]))",
          legend: "{{integration}}",
        },
      ],
      description:
        "Notifications that Alertmanager could not deliver, by integration",
      noValue: "No notifications",
    },
    {
      id: "rule-evaluation-duration-vs-interval",
      number: 4,
      title: "Rule evaluation duration vs interval",
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "yellow", from: percent(50) },
          { colour: "red", from: ratio(1) },
        ],
      },
      queries: [
        {
          expr: "max by (rule_group) (prometheus_rule_group_last_duration_seconds / prometheus_rule_group_interval_seconds)",
          legend: "{{rule_group}}",
        },
      ],
      description:
        "Time that a rule group takes as a share of its interval; above 100 % evaluations are skipped",
      noValue: "No rules",
    },
    {
      id: "active-series",
      number: 5,
      title: "Active series",
      unit: "short",
      queries: [{ expr: "sum(prometheus_tsdb_head_series)", legend: "series" }],
      description:
        "Series that Prometheus holds in memory, all replicas together",
      noValue: "Prometheus does not report",
    },
    {
      id: "log-ingestion",
      number: 7,
      title: "Log ingestion",
      unit: "Bps",
      queries: [
        {
          expr: "sum(rate(loki_distributor_bytes_received_total[$__rate_interval]))",
          legend: "logs",
        },
      ],
      description:
        "Bytes of log lines that Loki receives per second, before compression",
      noValue: "Loki does not report",
      width: 12,
    },
    {
      id: "span-ingestion",
      number: 8,
      title: "Span ingestion",
      unit: "ops",
      queries: [
        {
          expr: "sum(rate(tempo_distributor_spans_received_total[$__rate_interval]))",
          legend: "spans",
        },
      ],
      description: "Spans that Tempo receives per second",
      noValue: "Tempo does not report",
      width: 12,
    },
    {
      id: "alert-noise",
      number: 9,
      title: "Alert noise (alerts that fired, last 7 days)",
      visualisation: { kind: "table" },
      unit: "short",
      decimals: 0,
      queries: [
        {
          // Each time that one fires and did not a minute before. ALERTS_FOR_STATE has alerts too
          // that were only pending.
          expr: 'topk(20, sum by (system, alertname) (count_over_time((ALERTS{alertstate="firing"} unless ALERTS{alertstate="firing"} offset 1m)[7d:1m])))',
          legend: "Times",
        },
      ],
      description:
        "The twenty alerts that fired most often in the last 7 days: candidates for a better threshold",
      noValue: "No alert fired",
      width: 24,
    },
  ],
};
