import type { ReportQuery, ReportSection } from "../../../model/report";

const system = "cqvr";

const scores: readonly ReportQuery[] = [
  {
    title: "Average score this week",
    expr: 'avg_over_time(max(cqvr_average_score{system="cqvr"})[7d:5m])',
    unit: "short",
    decimals: 1,
  },
  {
    title: "Average score the week before",
    expr: 'avg_over_time(max(cqvr_average_score{system="cqvr"})[7d:5m] offset 7d)',
    unit: "short",
    decimals: 1,
  },
  {
    title: "Change in points",
    expr: `avg_over_time(max(cqvr_average_score{system="cqvr"})[7d:5m])
  - avg_over_time(max(cqvr_average_score{system="cqvr"})[7d:5m] offset 7d)`,
    unit: "short",
    decimals: 1,
    signed: true,
  },
];

const contracts: readonly ReportQuery[] = [
  {
    title: "Ten best contracts",
    expr: 'topk(10, max by (contract) (cqvr_contract_score{system="cqvr"}))',
    unit: "short",
    decimals: 1,
    by: ["contract"],
    first: "highest",
  },
  {
    title: "Ten worst contracts",
    expr: 'bottomk(10, max by (contract) (cqvr_contract_score{system="cqvr"}))',
    unit: "short",
    decimals: 1,
    by: ["contract"],
    first: "lowest",
  },
];

/** Sections for CQVR's stakeholders: scores, measures, deployments, incidents. */
export const cqvrSections: readonly ReportSection[] = [
  {
    system,
    title: "CQVR: quality of contracts",
    reports: ["weekly"],
    queries: [...scores, ...contracts],
  },
  {
    system,
    title: "CQVR: actions and deployments",
    reports: ["weekly"],
    queries: [
      {
        title: "Remediation actions (7 d)",
        expr: 'sum(increase(cqvr_remediation_actions_total{system="cqvr"}[7d]))',
        unit: "short",
        decimals: 0,
      },
      {
        title: "Deployments (7 d)",
        expr: 'sum by (result) (increase(cqvr_deployments_total{system="cqvr"}[7d]))',
        unit: "short",
        decimals: 0,
        by: ["result"],
      },
    ],
  },
  {
    system,
    title: "CQVR: quality and reliability",
    reports: ["monthly"],
    queries: [
      {
        title: "Average score (30 d)",
        expr: 'avg_over_time(max(cqvr_average_score{system="cqvr"})[30d:1h])',
        unit: "short",
        decimals: 1,
      },
      {
        title: "Average score (the 30 d before)",
        expr: 'avg_over_time(max(cqvr_average_score{system="cqvr"})[30d:1h] offset 30d)',
        unit: "short",
        decimals: 1,
      },
      {
        title: "Change in points (30 d)",
        expr: `avg_over_time(max(cqvr_average_score{system="cqvr"})[30d:1h])
  - avg_over_time(max(cqvr_average_score{system="cqvr"})[30d:1h] offset 30d)`,
        unit: "short",
        decimals: 1,
        signed: true,
      },
      {
        title: "Deployment success rate (30 d)",
        expr: "cqvr:deployment_success:ratio_30d",
        unit: "percentunit",
      },
      {
        title: "Uptime (30 d)",
        expr: "cqvr:uptime:ratio_30d",
        unit: "percentunit",
      },
    ],
  },
  {
    system,
    title: "CQVR: incidents",
    reports: ["monthly"],
    queries: [
      {
        title: "Incidents (30 d) by priority",
        expr: 'sum by (priority) (increase(cqvr_incident_resolution_seconds_count{system="cqvr"}[30d]))',
        unit: "short",
        decimals: 0,
        by: ["priority"],
      },
      {
        title: "Mean time to resolve (30 d) by priority",
        // A priority without incidents is omitted: zero divided by zero is NaN.
        expr: `sum by (priority) (increase(cqvr_incident_resolution_seconds_sum{system="cqvr"}[30d]))
  / (sum by (priority) (increase(cqvr_incident_resolution_seconds_count{system="cqvr"}[30d])) > 0)`,
        unit: "s",
        by: ["priority"],
      },
    ],
  },
];
