import type { Alert } from "../../../model/alert";
import type { ExpectedAlert, InputSeries } from "../../../model/alert-proof";
import { minutes } from "../../../model/duration";
import { percent } from "../../../model/ratio";

const MEMORY =
  'namespace_pod:container_memory_working_set:ratio_limit{namespace="codequal"}';

/** A pod with a limit of a thousand bytes, and what it uses of them. */
const memory = (
  used: string,
  namespace = "codequal",
  pod = "api-1",
): InputSeries => ({
  [`container_memory_working_set_bytes{namespace="${namespace}", pod="${pod}", container="main"}`]:
    used,
  [`kube_pod_container_resource_limits{namespace="${namespace}", pod="${pod}", container="main", resource="memory"}`]:
    "1000x300",
});

/** A volume of a thousand bytes, and what is free on it. */
const volume = (free: string): InputSeries => ({
  'codequal_deepwiki_disk_available_bytes{volume="repositories"}': free,
  'codequal_deepwiki_disk_total_bytes{volume="repositories"}': "1000x1200",
});

/** What people read of the one volume in the cases of DeepWiki's disk. */
const DISK_FULL: ExpectedAlert = {
  labels: { volume: "repositories" },
  summary: "DeepWiki disk repositories will be full within 24 hours",
  description:
    "Less than 40 % of repositories is free, and the line through the last 6 hours ends within 24 hours.",
};

/** What is not there yet, but will be when it goes on like this. A floor on the present keeps noise far from the end quiet. */
export const predictedAlerts: readonly Alert[] = [
  {
    requirement: "CQ-A7",
    name: "MemoryExhaustionPredicted",
    expr: `predict_linear(${MEMORY}[1h], 30 * 60) > {full}
and ${MEMORY} > {usedRatio}`,
    thresholds: { full: percent(100), usedRatio: percent(70) },
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
    proof: {
      fires: [
        {
          // Slowly: what is reached in half an hour decides.
          series: memory("800+5x60"),
          before: "nothing",
          at: minutes(16),
          expect: [
            {
              labels: { namespace: "codequal", pod: "api-1" },
              summary: "api-1 will reach its memory limit within 30 minutes",
              description:
                "api-1 uses more than 70 % of its memory limit, and the line through its last hour is at 103% in 30 minutes.",
            },
          ],
          resolves: { series: memory("500x10"), after: minutes(1) },
        },
        {
          // Fast: what is used now decides.
          series: memory("300+20x30"),
          before: "nothing",
          at: minutes(26),
          expect: [
            {
              labels: { namespace: "codequal", pod: "api-1" },
              summary: "api-1 will reach its memory limit within 30 minutes",
              description:
                "api-1 uses more than 70 % of its memory limit, and the line through its last hour is at 142% in 30 minutes.",
            },
          ],
          resolves: { series: memory("500x10"), after: minutes(1) },
        },
        {
          // Hours of peace before it, of which one counts.
          series: memory("720x180 725+5x60"),
          before: "nothing",
          at: minutes(224),
          expect: [
            {
              labels: { namespace: "codequal", pod: "api-1" },
              summary: "api-1 will reach its memory limit within 30 minutes",
              description:
                "api-1 uses more than 70 % of its memory limit, and the line through its last hour is at 105.1% in 30 minutes.",
            },
          ],
          resolves: { series: memory("500x10"), after: minutes(1) },
        },
      ],
      quiet: [
        {
          // It levels off just in time.
          series: {
            ...memory("760+4x28 872x60"),
            // Another system's is about to end.
            ...memory("800+5x60", "other", "x"),
          },
          at: minutes(80),
        },
        {
          // Grows fast, and is nearly empty.
          series: memory("100+20x29 681x60"),
          at: minutes(60),
        },
      ],
      equivalent: {
        "predict_linear(namespace_pod:containe… > → >=":
          "a line through an hour is never exactly at the limit",
        'without namespace="codequal"':
          "the other side of the condition selects the namespace too",
        'without namespace="codequal" (#2)':
          "the other side of the condition selects the namespace too",
      },
    },
  },
  {
    requirement: "CQ-A10",
    name: "DeepWikiDiskFullPredicted",
    expr: `predict_linear(codequal_deepwiki_disk_available_bytes[6h], 24 * 3600) < 0
and codequal_deepwiki_disk_available_bytes / (codequal_deepwiki_disk_total_bytes > 0) < {freeRatio}`,
    thresholds: { freeRatio: percent(40) },
    for: minutes(30),
    severity: "warning",
    priority: "P2",
    condition: "deepwiki-disk",
    summary: "DeepWiki disk {{ $labels.volume }} will be full within 24 hours",
    description:
      "Less than 40 % of {{ $labels.volume }} is free, and the line through the last 6 hours ends within 24 hours.",
    action: "See what grows, and whether the clean-up runs.",
    runbook: "codequal/deepwiki-disk#deepwikidiskfullpredicted",
    dashboard: "codequal-deepwiki",
    proof: {
      fires: [
        {
          // Slowly: what is free in a day decides.
          series: volume("390-0.25x300"),
          before: "nothing",
          at: minutes(151),
          expect: [DISK_FULL],
          resolves: { series: volume("900x10"), after: minutes(1) },
        },
        {
          // Fast: what is free now decides.
          series: volume("450-0.5x300"),
          before: "nothing",
          at: minutes(131),
          expect: [DISK_FULL],
          resolves: { series: volume("900x10"), after: minutes(1) },
        },
        {
          // A day of peace before it, of which six hours count.
          series: volume("390x900 389.75-0.25x400"),
          before: "nothing",
          at: minutes(1217),
          expect: [DISK_FULL],
          resolves: { series: volume("900x10"), after: minutes(1) },
        },
      ],
      quiet: [
        {
          // The clean-up comes just in time.
          series: volume("390-0.25x148 900x60"),
          at: minutes(200),
        },
        {
          // Falls fast, and much is free.
          series: volume("500-0.5x190"),
          at: minutes(190),
        },
      ],
      equivalent: {
        "codequal_deepwiki_disk_total_bytes > → >=":
          "a share of nothing is no number, and is below no limit",
        "0 → 1 (#2)": "no volume is a single byte",
        "0 → (-1) (#2)":
          "a share of nothing is no number, and is below no limit",
      },
    },
  },
];
