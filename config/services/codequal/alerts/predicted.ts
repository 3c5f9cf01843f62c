import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { predictedEmpty } from "../../../../patterns/anomaly/predicted-empty";
import { predictedFull } from "../../../../patterns/anomaly/predicted-full";

/**
 * Forecast alerts. A minimum on the current value keeps noise far from the limit from firing them.
 */
export const predictedAlerts: readonly AlertDeclaration[] = [
  predictedFull({
    name: "MemoryExhaustionPredicted",
    ratio:
      'namespace_pod:container_memory_working_set:ratio_limit{namespace="codequal"}',
    gauges: {
      part: "container_memory_working_set_bytes",
      whole: 'kube_pod_container_resource_limits{resource="memory"}',
      aggregation: "sum",
      by: ["namespace", "pod"],
      labels: { namespace: "codequal", pod: "api-1", container: "main" },
    },
    window: hours(1),
    ahead: minutes(30),
    full: percent(100),
    usedRatio: percent(70),
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    condition: "memory",
    summary: "{{ $labels.pod }} will reach its memory limit within 30 minutes",
    description:
      "{{ $labels.pod }} uses more than 70 % of its memory limit, and the line through its last hour is at {{ $value | humanizePercentage }} in 30 minutes.",
    action: "Take the pod out of service while its analyses end.",
    runbook: "codequal/memory-exhaustion",
    dashboard: "codequal-alerts",
  }),
  predictedEmpty({
    name: "DeepWikiDiskFullPredicted",
    gauges: {
      part: "codequal_deepwiki_disk_available_bytes",
      whole: "codequal_deepwiki_disk_total_bytes",
      by: ["volume"],
      labels: { volume: "repositories" },
    },
    window: hours(6),
    ahead: hours(24),
    freeRatio: percent(40),
    for: minutes(30),
    priority: "P2",
    condition: "deepwiki-disk",
    summary: "DeepWiki disk {{ $labels.volume }} will be full within 24 hours",
    description:
      "Less than 40 % of {{ $labels.volume }} is free, and the line through the last 6 hours ends within 24 hours.",
    action: "See what grows, and whether the clean-up runs.",
    runbook: "codequal/deepwiki-disk#deepwikidiskfullpredicted",
    dashboard: "codequal-deepwiki",
  }),
];
