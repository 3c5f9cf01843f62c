import type { ReportSection } from "../model/report";

/** What is said of every system: whether its promises are kept, and how much it alerted. */
export const everySystemSections: readonly ReportSection[] = [
  {
    system: "platform",
    title: "Promises of every system",
    reports: ["monthly"],
    queries: [
      {
        title: "SLO compliance by system",
        expr: "slo:compliance:ratio",
        unit: "percentunit",
        by: ["system"],
      },
      {
        title: "Error budget that is left, by promise",
        expr: "slo:error_budget_remaining_min:ratio",
        unit: "percentunit",
        by: ["system", "slo"],
        first: "lowest",
      },
    ],
    notes: [
      "Compliance is the share of a system's promises that are kept now, each over its own period. A budget below zero is spent: the promise is broken.",
    ],
  },
  {
    system: "platform",
    title: "Alerts of every system",
    reports: ["weekly"],
    queries: [
      {
        title: "Alert load last 7 days (share of time firing, by alert)",
        // Looked at every minute of 7 days: systems are evaluated at different intervals, so counts
        // of raw samples would not compare; and several instances that fire at once are one stretch
        // of time.
        expr: `count_over_time(max by (system, alertname) (ALERTS{alertstate="firing", system!=""})[7d:1m])
  / (7 * 24 * 60)`,
        unit: "percentunit",
        by: ["system", "alertname"],
        first: "highest",
      },
    ],
  },
];
