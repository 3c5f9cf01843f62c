import type { DashboardDeclaration } from "../../../../model/dashboard";
import { hours, seconds } from "../../../../model/duration";
import { UP_OR_DOWN } from "./up-or-down";

/** DeepWiki's disk, repositories and current work. Replaces the HTML page of the API. */
export const deepwiki: DashboardDeclaration = {
  uid: "codequal-deepwiki",
  title: "DeepWiki real-time",
  description:
    "What DeepWiki does now, and how full its disk is; read again every 10 seconds, scraped every 15",
  refresh: seconds(10),
  access: "public",
  panels: [
    {
      id: "disk-usage-progress-bar",
      number: 1,
      title: "Disk usage (progress bar)",
      visualisation: { kind: "bargauge" },
      unit: "percentunit",
      decimals: 1,
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          {
            colour: "yellow",
            alert: "DeepWikiDiskWarning",
            threshold: "usedRatio",
          },
          {
            colour: "red",
            alert: "DeepWikiDiskCritical",
            threshold: "usedRatio",
          },
        ],
      },
      queries: [
        { expr: "codequal:deepwiki_disk_used:ratio", legend: "{{volume}}" },
      ],
      description: "Share of each volume that is used",
      noValue: "No data from DeepWiki",
    },
    {
      id: "disk-total-used-available",
      number: 2,
      title: "Disk total / used / available",
      visualisation: { kind: "stat" },
      unit: "bytes",
      queries: [
        {
          expr: "max by (volume) (codequal_deepwiki_disk_total_bytes)",
          legend: "{{volume}} total",
        },
        {
          expr: "max by (volume) (codequal_deepwiki_disk_used_bytes)",
          legend: "{{volume}} used",
        },
        {
          expr: "max by (volume) (codequal_deepwiki_disk_available_bytes)",
          legend: "{{volume}} available",
        },
      ],
      description: "Size of each volume, what is used of it and what is free",
      noValue: "No data from DeepWiki",
      width: 12,
    },
    {
      id: "active-repositories",
      number: 3,
      title: "Active repositories",
      visualisation: { kind: "stat" },
      unit: "short",
      queries: [{ expr: "max(codequal_deepwiki_active_repositories)" }],
      description: "Repositories that DeepWiki holds on its disk",
      noValue: "No data from DeepWiki",
    },
    {
      id: "active-analyses",
      number: 4,
      title: "Active analyses",
      unit: "short",
      queries: [{ expr: "sum(codequal_active_analyses)", legend: "analyses" }],
      description: "Analyses that run at a time, all modes together",
      noValue: "No data from the API",
      width: 18,
    },
    {
      id: "analysis-lifecycle",
      number: 5,
      title: "Analysis lifecycle (started, completed, failed per minute)",
      unit: "cpm",
      queries: [
        {
          expr: "sum(rate(codequal_analysis_started_total[$__rate_interval])) * 60",
          legend: "started",
        },
        {
          expr: "sum(rate(codequal_analysis_completed_total[$__rate_interval])) * 60",
          legend: "completed",
        },
        {
          expr: "sum(rate(codequal_analysis_failed_total[$__rate_interval])) * 60",
          legend: "failed",
        },
      ],
      description:
        "Analyses that started, that ended with a result and that failed, per minute; what started ends minutes later",
      noValue: "No analyses counted",
    },
    {
      id: "clean-up-operations",
      number: 6,
      title: "Clean-up operations",
      visualisation: { kind: "bars", of: "result" },
      unit: "short",
      decimals: 0,
      queries: [
        {
          expr: "sum by (result) (increase(codequal_deepwiki_cleanup_operations_total[$__range]))",
          legend: "operations",
        },
      ],
      description: "Clean-ups of the disk in the time shown, by result",
      noValue: "No clean-ups counted",
      over: hours(24),
    },
    {
      id: "availability",
      number: 7,
      title: "Availability",
      visualisation: { kind: "state-timeline" },
      unit: "bool_on_off",
      thresholds: UP_OR_DOWN,
      queries: [
        { expr: "min(codequal_deepwiki_availability)", legend: "DeepWiki" },
      ],
      description: "Whether every instance of DeepWiki answered",
      noValue: "No data from DeepWiki",
    },
    {
      id: "deepwiki-errors-by-type",
      number: 8,
      title: "DeepWiki errors by type",
      unit: "ops",
      queries: [
        {
          expr: "sum by (error_type) (rate(codequal_deepwiki_errors_total[$__rate_interval]))",
          legend: "{{error_type}}",
        },
      ],
      description: "Errors of DeepWiki, by kind",
      noValue: "No errors counted",
    },
  ],
};
