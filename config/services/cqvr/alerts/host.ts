import type { AlertDeclaration } from "../../../../model/alert";
import { gigabytes } from "../../../../model/bytes";
import { minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { gaugeLimit } from "../../../../patterns/alerts/gauge-limit";
import { ANY_SYSTEM } from "../../../policy/paths";

const DISK = {
  gauge: 'system_disk_usage_ratio{system="cqvr"}',
  aggregation: "max",
  by: ["instance", "mountpoint"],
  labels: { instance: "farfan", mountpoint: "/opt/farfan" },
} as const;

/** The host that CQVR runs on fills up. */
export const hostAlerts: readonly AlertDeclaration[] = [
  gaugeLimit({
    name: "MemoryUsageHigh",
    gauge: 'system_memory_usage_bytes{system="cqvr"}',
    aggregation: "max",
    by: ["instance"],
    limit: { name: "used", value: gigabytes(6), comparison: ">" },
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    summary: "Memory usage {{ $value | humanize }}B exceeds 6 GB",
    description:
      "For 10 minutes the host {{ $labels.instance }} has used more memory than 6 GB: beyond what it has, processes are ended.",
    action: "Notify team via Slack",
    runbook: "cqvr/memory-usage-high",
  }),
  gaugeLimit({
    name: "CpuUsageHigh",
    gauge: 'system_cpu_usage_ratio{system="cqvr"}',
    aggregation: "max",
    by: ["instance"],
    limit: { name: "usedRatio", value: percent(90), comparison: ">" },
    for: minutes(15),
    priority: "P2",
    summary: "CPU at {{ $value | humanizePercentage }}",
    description:
      "For 15 minutes the processors of {{ $labels.instance }} have been busy more than 90 % of their time: evaluations take longer.",
    action: "Find the process, and whether an evaluation runs twice.",
    runbook: "cqvr/cpu-usage-high",
  }),
  gaugeLimit({
    name: "DiskUsageHigh",
    ...DISK,
    limit: { name: "usedRatio", value: percent(80), comparison: ">" },
    for: minutes(15),
    priority: "P2",
    condition: "disk",
    summary:
      "Disk {{ $labels.mountpoint }} at {{ $value | humanizePercentage }}; clean up old backups",
    description:
      "For 15 minutes {{ $labels.mountpoint }} of {{ $labels.instance }} has been more than 80 % full; DiskUsageCritical fires at 90 %.",
    action: "Delete back-ups that are older than they must be kept.",
    runbook: "cqvr/disk-usage#diskusagehigh",
  }),
  gaugeLimit({
    name: "DiskUsageCritical",
    ...DISK,
    limit: { name: "usedRatio", value: percent(90), comparison: ">" },
    for: minutes(10),
    priority: "P1",
    condition: "disk",
    path: ANY_SYSTEM.chatAndEmail,
    summary:
      "Disk {{ $labels.mountpoint }} at {{ $value | humanizePercentage }}",
    description:
      "For 10 minutes {{ $labels.mountpoint }} of {{ $labels.instance }} has been more than 90 % full: when it is full, evaluations and back-ups fail.",
    action: "Make room now: back-ups first, then old artifacts.",
    causes: ["system-down"],
    runbook: "cqvr/disk-usage#diskusagecritical",
  }),
];
