import type { ReportQuery, ReportSection } from "../../model/report";
import { everySystemSections } from "../../platform/every-system-sections";

const system = "depot";

const scores: readonly ReportQuery[] = [
  {
    title: "Average score this week",
    expr: 'avg_over_time(max(depot_average_score{system="depot"})[7d:5m])',
    unit: "short",
    decimals: 1,
  },
  {
    title: "Average score the week before",
    expr: 'avg_over_time(max(depot_average_score{system="depot"})[7d:5m] offset 7d)',
    unit: "short",
    decimals: 1,
  },
  {
    title: "Change in points",
    expr: `avg_over_time(max(depot_average_score{system="depot"})[7d:5m])
  - avg_over_time(max(depot_average_score{system="depot"})[7d:5m] offset 7d)`,
    unit: "short",
    decimals: 1,
    signed: true,
  },
];

const contracts: readonly ReportQuery[] = [
  {
    title: "Ten best contracts",
    expr: 'topk(10, max by (contract) (depot_contract_score{system="depot"}))',
    unit: "short",
    decimals: 1,
    by: ["contract"],
    first: "highest",
  },
  {
    title: "Ten worst contracts",
    expr: 'bottomk(10, max by (contract) (depot_contract_score{system="depot"}))',
    unit: "short",
    decimals: 1,
    by: ["contract"],
    first: "lowest",
  },
];

/** What Depot's stakeholders read: scores, what was done about them, deployments, incidents. */
const depotSections: readonly ReportSection[] = [
  {
    system,
    title: "Depot: quality of contracts",
    reports: ["weekly"],
    queries: [...scores, ...contracts],
  },
  {
    system,
    title: "Depot: actions and deployments",
    reports: ["weekly"],
    queries: [
      {
        title: "Remediation actions (7 d)",
        expr: 'sum(increase(depot_remediation_actions_total{system="depot"}[7d]))',
        unit: "short",
        decimals: 0,
      },
      {
        title: "Deployments (7 d)",
        expr: 'sum by (result) (increase(depot_deployments_total{system="depot"}[7d]))',
        unit: "short",
        decimals: 0,
        by: ["result"],
      },
    ],
  },
  {
    system,
    title: "Depot: quality and reliability",
    reports: ["monthly"],
    queries: [
      {
        title: "Average score (30 d)",
        expr: 'avg_over_time(max(depot_average_score{system="depot"})[30d:1h])',
        unit: "short",
        decimals: 1,
      },
      {
        title: "Average score (the 30 d before)",
        expr: 'avg_over_time(max(depot_average_score{system="depot"})[30d:1h] offset 30d)',
        unit: "short",
        decimals: 1,
      },
      {
        title: "Change in points (30 d)",
        expr: `avg_over_time(max(depot_average_score{system="depot"})[30d:1h])
  - avg_over_time(max(depot_average_score{system="depot"})[30d:1h] offset 30d)`,
        unit: "short",
        decimals: 1,
        signed: true,
      },
      {
        title: "Deployment success rate (30 d)",
        expr: "depot:deployment_success:ratio_30d",
        unit: "percentunit",
      },
      {
        title: "Uptime (30 d)",
        expr: "depot:uptime:ratio_30d",
        unit: "percentunit",
      },
    ],
  },
  {
    system,
    title: "Depot: incidents",
    reports: ["monthly"],
    queries: [
      {
        title: "Incidents (30 d) by priority",
        expr: 'sum by (priority) (increase(depot_incident_resolution_seconds_count{system="depot"}[30d]))',
        unit: "short",
        decimals: 0,
        by: ["priority"],
      },
      {
        title: "Mean time to resolve (30 d) by priority",
        // A priority without incidents is left out: nothing divided by nothing is no time.
        expr: `sum by (priority) (increase(depot_incident_resolution_seconds_sum{system="depot"}[30d]))
  / (sum by (priority) (increase(depot_incident_resolution_seconds_count{system="depot"}[30d])) > 0)`,
        unit: "s",
        by: ["priority"],
      },
    ],
  },
];

/** What Market's analyses cost, and what may make them cheaper. */
const marketSections: readonly ReportSection[] = [
  {
    system: "market",
    title: "Market: cost",
    reports: ["monthly"],
    queries: [
      {
        title: "Cost last 30 days",
        expr: "sum(increase(market_cost_dollars_total[30d]))",
        unit: "currencyUSD",
      },
      {
        title: "Cost last 30 days by component (Market)",
        expr: "sum by (component) (increase(market_cost_dollars_total[30d]))",
        unit: "currencyUSD",
        by: ["component"],
        first: "highest",
      },
      {
        title: "Mean cost of an analysis (30 d) by mode and provider",
        expr: `sum by (mode, provider) (increase(market_analysis_cost_dollars_sum[30d]))
  / (sum by (mode, provider) (increase(market_analysis_cost_dollars_count[30d])) > 0)`,
        unit: "currencyUSD",
        by: ["mode", "provider"],
        first: "highest",
      },
      {
        title: "Most that cheaper providers could save (30 d)",
        // What was spent, less what the same analyses cost at the cheapest provider of their own
        // mode.
        expr: `sum(
  sum by (mode) (increase(market_analysis_cost_dollars_sum[30d]))
  - sum by (mode) (increase(market_analysis_cost_dollars_count[30d]))
    * min by (mode) (
        sum by (mode, provider) (increase(market_analysis_cost_dollars_sum[30d]))
          / (sum by (mode, provider) (increase(market_analysis_cost_dollars_count[30d])) > 0)
      )
)`,
        unit: "currencyUSD",
      },
    ],
    notes: [
      "To spend less: use lighter models for simple pull requests. Tell how complex a pull request is, and send it to a model accordingly.",
      "Cheaper providers could save at most the difference that there were if each analysis had cost what the cheapest one of its mode takes; some need the dearer one.",
      "Keep DeepWiki's results of repositories with fewer than five commits a week: they are the same next time. While the alert CacheMissRateHigh is quiet, there is little to gain.",
    ],
  },
];

/** All that the recorded reports consist of. */
export const sections: readonly ReportSection[] = [
  ...depotSections,
  ...everySystemSections,
  ...marketSections,
];
