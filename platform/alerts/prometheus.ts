import type { AlertDeclaration } from "../../model/alert";
import { minutes } from "../../model/duration";
import { percent } from "../../model/ratio";

const dashboard = "monitoring-platform";

/** Faults of Prometheus itself. */
export const prometheusAlerts: readonly AlertDeclaration[] = [
  {
    name: "PrometheusRuleFailures",
    expr: "sum by (rule_group) (increase(prometheus_rule_evaluation_failures_total[5m])) > 0",
    for: minutes(15),
    priority: "P1",
    summary: "Rule group fails to evaluate",
    description:
      "Group {{ $labels.rule_group }} fails: its alerts cannot fire and its recorded series have gaps.",
    action: "Read the error of the group on the rules page of Prometheus.",
    runbook: "platform/prometheus-rule-failures",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'prometheus_rule_evaluation_failures_total{rule_group="rules.yaml;shop-http"}':
              "0+1x40",
          },
          at: minutes(15),
          expect: [
            {
              labels: { rule_group: "rules.yaml;shop-http" },
              description:
                "Group rules.yaml;shop-http fails: its alerts cannot fire and its recorded series have gaps.",
            },
          ],
        },
        {
          // One failure in four minutes is enough, as long as it goes on.
          series: {
            'prometheus_rule_evaluation_failures_total{rule_group="rules.yaml;shop-http"}':
              "1x3 2x3 3x3 4x3 5x3 6x3 7x3 8x3",
          },
          at: minutes(19),
          expect: [
            {
              labels: { rule_group: "rules.yaml;shop-http" },
              description:
                "Group rules.yaml;shop-http fails: its alerts cannot fire and its recorded series have gaps.",
            },
          ],
        },
      ],
      quiet: [
        {
          series: {
            'prometheus_rule_evaluation_failures_total{rule_group="rules.yaml;shop-http"}':
              "0x10 1x40",
          },
          at: minutes(25),
        },
        {
          // One failure in eight minutes: most evaluations succeed.
          series: {
            'prometheus_rule_evaluation_failures_total{rule_group="rules.yaml;shop-http"}':
              "1x7 2x7 3x7 4x7 5x7",
          },
          at: minutes(39),
        },
      ],
      equivalent: {
        "sum by (rule_group) (increase(prometh…: avg":
          "of numbers that are not negative both are above zero at once",
        "0 → 1":
          "a counter grows by whole numbers, and increase() makes a little more of one",
      },
    },
  },
  {
    name: "PrometheusRuleGroupSlow",
    expr: "prometheus_rule_group_last_duration_seconds > prometheus_rule_group_interval_seconds",
    for: minutes(15),
    priority: "P2",
    summary: "Rule group takes longer than its interval",
    description:
      "Group {{ $labels.rule_group }} needs {{ $value | humanizeDuration }}: evaluations are skipped.",
    action: "Find the slowest rule of the group.",
    runbook: "platform/prometheus-rule-group-slow",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'prometheus_rule_group_last_duration_seconds{rule_group="g"}':
              "61x30",
            'prometheus_rule_group_interval_seconds{rule_group="g"}': "60x30",
          },
          at: minutes(15),
          expect: [
            {
              labels: { rule_group: "g" },
              description: "Group g needs 1m 1s: evaluations are skipped.",
            },
          ],
        },
      ],
      quiet: [
        {
          series: {
            'prometheus_rule_group_last_duration_seconds{rule_group="g"}':
              "60x30",
            'prometheus_rule_group_interval_seconds{rule_group="g"}': "60x30",
          },
          at: minutes(20),
        },
      ],
    },
  },
  {
    name: "PrometheusRetentionCutBySize",
    expr: "increase(prometheus_tsdb_size_retentions_total[1d]) > 0",
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    summary:
      "Size retention removes data earlier than the retention class promises",
    description:
      "Within the last day Prometheus has deleted blocks because its volume is full: metrics of the oldest days are gone.",
    action: "Enlarge the volume, or find what made the series grow.",
    runbook: "platform/prometheus-retention-cut-by-size",
    dashboard,
    proof: {
      fires: [
        {
          series: { prometheus_tsdb_size_retentions_total: "0x30 1x60" },
          at: minutes(36),
          // A day after it happened.
          resolves: { after: minutes(1434) },
        },
      ],
      quiet: [
        {
          series: { prometheus_tsdb_size_retentions_total: "4x90" },
          at: minutes(60),
        },
      ],
      equivalent: {
        "0 → 1":
          "a counter grows by whole numbers, and increase() makes a little more of one",
      },
    },
  },
  {
    name: "MonitoringVolumeFilling",
    expr: `kubelet_volume_stats_available_bytes{namespace="monitoring"}
  / kubelet_volume_stats_capacity_bytes{namespace="monitoring"} < {freeRatio}`,
    thresholds: { freeRatio: percent(10) },
    for: minutes(15),
    priority: "P1",
    summary:
      "Volume {{ $labels.persistentvolumeclaim }} has less than 10 % left",
    description:
      "{{ $value | humanizePercentage }} of {{ $labels.persistentvolumeclaim }} is free.",
    action: "See how fast it fills, then resize or shorten the retention.",
    runbook: "platform/monitoring-volume-filling",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'kubelet_volume_stats_available_bytes{namespace="monitoring", persistentvolumeclaim="prometheus-0"}':
              "9x30",
            'kubelet_volume_stats_capacity_bytes{namespace="monitoring", persistentvolumeclaim="prometheus-0"}':
              "100x30",
          },
          at: minutes(15),
          expect: [
            {
              labels: {
                namespace: "monitoring",
                persistentvolumeclaim: "prometheus-0",
              },
              summary: "Volume prometheus-0 has less than 10 % left",
              description: "9% of prometheus-0 is free.",
            },
          ],
        },
      ],
      quiet: [
        {
          series: {
            'kubelet_volume_stats_available_bytes{namespace="monitoring", persistentvolumeclaim="prometheus-0"}':
              "10x30",
            'kubelet_volume_stats_capacity_bytes{namespace="monitoring", persistentvolumeclaim="prometheus-0"}':
              "100x30",
            'kubelet_volume_stats_available_bytes{namespace="other", persistentvolumeclaim="data"}':
              "1x30",
            'kubelet_volume_stats_capacity_bytes{namespace="other", persistentvolumeclaim="data"}':
              "100x30",
          },
          at: minutes(20),
        },
      ],
      equivalent: {
        'without namespace="monitoring"':
          "the other operand has this namespace only",
        'without namespace="monitoring" (#2)':
          "the other operand has this namespace only",
      },
    },
  },
];
