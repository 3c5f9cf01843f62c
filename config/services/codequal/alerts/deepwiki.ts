import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { countAbove } from "../../../../patterns/alerts/count-above";

const available = (instance: string): string =>
  `codequal_deepwiki_availability{instance="${instance}"}`;

/** How much of two volumes of a hundred bytes is used, as two pods see it. */
const disk = (used: number): Record<string, string> => ({
  'codequal_deepwiki_disk_total_bytes{volume="repositories", pod="a"}':
    "100x60",
  'codequal_deepwiki_disk_total_bytes{volume="repositories", pod="b"}':
    "100x60",
  'codequal_deepwiki_disk_total_bytes{volume="cache", pod="a"}': "100x60",
  'codequal_deepwiki_disk_used_bytes{volume="repositories", pod="a"}': `${String(used)}x60`,
  'codequal_deepwiki_disk_used_bytes{volume="repositories", pod="b"}': `${String(used - 5)}x60`,
  'codequal_deepwiki_disk_used_bytes{volume="cache", pod="a"}': "7x60",
});

/** More of a volume is used than that. */
const diskAbove = (
  most: number,
  fields: Pick<
    AlertDeclaration,
    "name" | "for" | "priority" | "action" | "causes" | "runbook"
  >,
): AlertDeclaration => ({
  ...fields,
  expr: "codequal:deepwiki_disk_used:ratio > {usedRatio}",
  thresholds: { usedRatio: percent(most) },
  condition: "deepwiki-disk",
  summary:
    "DeepWiki disk {{ $labels.volume }} at {{ $value | humanizePercentage }}",
  description: `For ${fields.for.toString()} more than ${String(most)} % of the volume has been used; when it is full, analyses fail.`,
  dashboard: "codequal-deepwiki",
  proof: {
    fires: [
      {
        series: disk(most + 1),
        at: fields.for,
        expect: [
          {
            labels: { volume: "repositories" },
            summary: `DeepWiki disk repositories at ${String(most + 1)}%`,
          },
        ],
        resolves: { after: minutes(1) },
      },
    ],
    quiet: [{ series: disk(most), at: minutes(40) }],
  },
});

/** DeepWiki is down, or its disk fills. */
export const deepwikiAlerts: readonly AlertDeclaration[] = [
  {
    name: "DeepWikiDown",
    expr: "min(codequal_deepwiki_availability) < 1 or absent(codequal_deepwiki_availability)",
    for: minutes(2),
    priority: "P0",
    summary: "DeepWiki is not available",
    description:
      "At least one instance of DeepWiki has said that it is not available, or none has said anything, for 2 minutes.",
    action: "See whether it is down or only its metrics are absent.",
    causes: [
      "system-down",
      "analysis-failures",
      "slo-analysis-success",
      "slo-deepwiki-availability",
    ],
    runbook: "codequal/deepwiki-down",
    dashboard: "codequal-deepwiki",
    proof: {
      fires: [
        {
          // One of two instances.
          series: { [available("a")]: "1x20", [available("b")]: "0x20" },
          at: minutes(2),
          resolves: { after: minutes(1) },
        },
        {
          // The gauge is absent; its last sample counts for five minutes.
          series: { 'up{system="codequal", app="codequal-deepwiki"}': "1x20" },
          at: minutes(6),
          resolves: { after: minutes(1) },
        },
      ],
      quiet: [
        {
          series: { [available("a")]: "1x20", [available("b")]: "1x20" },
          at: minutes(15),
        },
        {
          // It answers again just in time.
          series: { [available("a")]: "1x5 0x1 1x15" },
          at: minutes(8),
        },
      ],
    },
  },
  diskAbove(80, {
    name: "DeepWikiDiskWarning",
    for: minutes(10),
    priority: "P2",
    action: "See whether the clean-up runs, and what grew.",
    runbook: "codequal/deepwiki-disk#deepwikidiskwarning",
  }),
  diskAbove(90, {
    name: "DeepWikiDiskCritical",
    for: minutes(5),
    priority: "P1",
    action: "Let the clean-up run now.",
    causes: ["DeepWikiDown"],
    runbook: "codequal/deepwiki-disk#deepwikidiskcritical",
  }),
  countAbove({
    bornAtFirstEvent: { system: "codequal" },
    name: "DeepWikiCleanupFailing",
    counter: 'codequal_deepwiki_cleanup_operations_total{result="failure"}',
    example: {
      'codequal_deepwiki_cleanup_operations_total{result="failure"}': 1,
    },
    window: hours(1),
    // More than two; increase() returns slightly more than two for two.
    limit: { name: "failures", value: count(2.5, "failures in an hour") },
    for: minutes(0),
    priority: "P2",
    summary: "DeepWiki clean-up fails repeatedly",
    description:
      "At least 3 clean-ups of DeepWiki have failed within an hour: its disk fills until analyses fail.",
    action: "Read why it failed, before the disk is full.",
    runbook: "codequal/deepwiki-disk#deepwikicleanupfailing",
    dashboard: "codequal-deepwiki",
  }),
];
