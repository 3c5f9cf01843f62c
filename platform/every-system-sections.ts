import type { ReportSection } from "../model/report";

/** Report sections about every system: SLO compliance and alert load. */
export const everySystemSections: readonly ReportSection[] = [
  {
    system: "platform",
    title: "SLOs of every system",
    reports: ["monthly"],
    queries: [
      {
        title: "SLO compliance by system",
        expr: "slo:compliance:ratio",
        unit: "percentunit",
        by: ["system"],
      },
      {
        title: "Remaining error budget, by SLO",
        expr: "slo:error_budget_remaining_min:ratio",
        unit: "percentunit",
        by: ["system", "slo"],
        first: "lowest",
      },
    ],
    notes: [
      "Compliance is the share of a system's SLOs that are met now, each over its own period. A negative budget is overspent: the SLO is breached.",
    ],
  },
  {
    system: "platform",
    title: "Alerts of every system",
    reports: ["weekly"],
    queries: [
      {
        title: "Alert load last 7 days (share of time firing, by alert)",
        // Evaluated every minute of 7 days: systems have different evaluation intervals, so counts
        // of raw samples could not be compared; and several instances that fire at once count once.
        expr: `count_over_time(max by (system, alertname) (ALERTS{alertstate="firing", system!=""})[7d:1m])
  / (7 * 24 * 60)`,
        unit: "percentunit",
        by: ["system", "alertname"],
        first: "highest",
      },
    ],
  },
];
