import type { Alert } from "../../../model/alert";
import { minutes } from "../../../model/duration";

const dashboard = "monitoring-platform";

/** Logs or traces are no longer taken in, and cannot be read. */
export const pipelineAlerts: readonly Alert[] = [
  {
    requirement: "PLAT-A18",
    name: "TracePipelineDown",
    expr: 'absent(up{job=~".*tempo.*", namespace="monitoring"} == 1)',
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    summary: "Tempo is not reachable",
    action: "Look at the events and the log of the Tempo pods.",
    runbook: "platform/trace-pipeline-down",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'up{job="tempo", namespace="monitoring", pod="t-0"}': "1x3 0x30",
            // Others that are up do not stand for it.
            'up{job="loki", namespace="monitoring"}': "1x40",
            'up{job="tempo", namespace="other"}': "1x40",
          },
          at: minutes(14),
        },
      ],
      quiet: [
        {
          series: {
            'up{job="monitoring/tempo-distributor", namespace="monitoring", pod="t-0"}':
              "0x40",
            'up{job="monitoring/tempo-distributor", namespace="monitoring", pod="t-1"}':
              "1x40",
          },
          at: minutes(20),
        },
      ],
    },
  },
  {
    requirement: "PLAT-A19",
    name: "LogPipelineDown",
    expr: 'absent(up{job=~".*loki.*", namespace="monitoring"} == 1)',
    for: minutes(10),
    severity: "critical",
    priority: "P1",
    summary: "Loki is not reachable",
    action: "Look at the events and the log of the Loki pods.",
    runbook: "platform/log-pipeline-down",
    dashboard,
    proof: {
      fires: [
        {
          series: {
            'up{job="loki", namespace="monitoring", pod="l-0"}': "1x3 0x30",
            // Others that are up do not stand for it.
            'up{job="alloy-logs", namespace="monitoring"}': "1x40",
            'up{job="loki", namespace="other"}': "1x40",
          },
          at: minutes(14),
        },
      ],
      quiet: [
        {
          series: {
            'up{job="monitoring/loki", namespace="monitoring", pod="l-0"}':
              "0x40",
            'up{job="monitoring/loki", namespace="monitoring", pod="l-1"}':
              "1x40",
          },
          at: minutes(20),
        },
      ],
    },
  },
];
