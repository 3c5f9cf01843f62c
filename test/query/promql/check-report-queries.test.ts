import { open } from "../../../model/label-values";
import { allChartMetrics } from "../../../helm/all-chart-metrics";
import { minutes } from "../../../model/duration";
import { counter, gauge, histogram } from "../../../model/metric";
import { formatProblem } from "../../../model/problem";
import type { ReportQuery, ReportSection } from "../../../model/report";
import type { Service } from "../../../model/service";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { checkReportQueries } from "../../../query/promql/check-report-queries";
import { sections } from "../../reports/sections";
import { services } from "../../support/organisation/services";
import { goodService } from "../../support/services";

const check = (declared: readonly Service[]): readonly string[] =>
  checkReportQueries(declared, buildCatalogue(declared, allChartMetrics)).map(
    formatProblem,
  );

const errors: ReportQuery = {
  title: "Errors",
  expr: "sum by (status) (increase(shop_requests_total[7d]))",
  unit: "short",
  by: ["status"],
};
const section: ReportSection = {
  system: "shop",
  title: "Shop",
  reports: ["weekly"],
  queries: [errors],
};
const having = (
  query: Partial<ReportQuery>,
  change: Partial<ReportSection> = {},
): Service => ({
  ...goodService,
  reports: [{ ...section, queries: [{ ...errors, ...query }], ...change }],
});

it("finds nothing in the reports of this repository, nor in a valid section", () => {
  expect(check(services)).toEqual([]);
  expect(check([having({})])).toEqual([]);
});

it.each<[string, Service, string]>([
  [
    "an undeclared metric",
    having({ expr: "sum by (status) (increase(shop_request_total[7d]))" }),
    'services/shop report section "Shop" query "Errors" at 26-44: unknown metric "shop_request_total"; did you mean "shop_requests_total"? otherwise declare it in the service\'s metrics or record it',
  ],
  [
    "a column that the result lacks",
    having({ by: ["country"] }),
    'services/shop report section "Shop" query "Errors": the column "country" is not a label of the result, got {status}; keep it: sum by (country) (…)',
  ],
  [
    "a variable of a dashboard",
    having({
      expr: "sum by (status) (increase(shop_requests_total[$__range]))",
    }),
    'services/shop report section "Shop" query "Errors": uses a dashboard variable; write the range or the value itself',
  ],
  [
    "no query",
    having({}, { queries: [] }),
    'services/shop report section "Shop": asks nothing; give it a query, or remove it',
  ],
  [
    "no report",
    having({}, { reports: [] }),
    'services/shop report section "Shop": is not part of any report; name the reports that have it',
  ],
])("refuses %s", (_, service, problem) => {
  expect(check([service])).toEqual([problem]);
});

it("skips sections about an undeclared system, and checks them once it is declared", () => {
  const about = having(
    { expr: "sum by (status) (increase(till_sales_total[7d]))" },
    { system: "till" },
  );
  expect(check([about])).toEqual([]);
  expect(check([about, { ...goodService, key: "till" }])).toEqual([
    expect.stringContaining('unknown metric "till_sales_total"'),
  ]);
});

const fields = { help: "A trial" };
const score = {
  ...fields,
  labels: {
    contract: open({ upTo: 300, examples: ["a"] }),
    tier: open({ upTo: 3, examples: ["a"] }),
  },
};
const system = (
  key: string,
  metrics: Service["metrics"],
  records: readonly string[],
): Service => ({
  ...goodService,
  key,
  namespace: key,
  metrics,
  recording: [
    {
      name: key,
      interval: minutes(1),
      rules: records.map((record) => ({
        record,
        expr: `sum(${Object.keys(metrics)[0] ?? ""})`,
      })),
    },
  ],
  alerts: [],
  dashboards: [],
});

/** The metrics that the specification of each names. */
const declaredLater: readonly Service[] = [
  system(
    "depot",
    {
      depot_average_score: gauge(fields),
      depot_contract_score: gauge(score),
      depot_remediation_actions_total: counter({
        ...fields,
        labels: { action: open({ upTo: 10, examples: ["a"] }) },
      }),
      depot_deployments_total: counter({
        ...fields,
        labels: { result: open({ upTo: 3, examples: ["a"] }) },
      }),
      depot_incident_resolution_seconds: histogram({
        ...fields,
        labels: { priority: open({ upTo: 4, examples: ["a"] }) },
        buckets: [900, 3600],
      }),
    },
    ["depot:deployment_success:ratio_30d", "depot:uptime:ratio_30d"],
  ),
  system(
    "market",
    {
      market_cost_dollars_total: counter({
        ...fields,
        labels: {
          component: open({ upTo: 3, examples: ["a"] }),
          provider: open({ upTo: 5, examples: ["a"] }),
        },
      }),
      market_analysis_cost_dollars: histogram({
        ...fields,
        labels: {
          mode: open({ upTo: 4, examples: ["a"] }),
          provider: open({ upTo: 5, examples: ["a"] }),
        },
        buckets: [0.1, 1],
      }),
    },
    [],
  ),
];

const platform = services.find(({ key }) => key === "platform");
if (platform === undefined) throw new Error("no platform");
const monitoring = { ...platform, reports: sections };

it("is sound with every system that its sections name", () => {
  const names = new Set(monitoring.reports.map((one) => one.system));
  const known = [monitoring, ...declaredLater];
  expect([...names].sort()).toEqual(["depot", "market", "platform"]);
  // Whose SLOs are read is known from a system that has some.
  const others = services.filter(({ key }) =>
    known.every((one) => one.key !== key),
  );
  expect(check([...known, ...others])).toEqual([]);
  expect(
    check(known.map((one) => ({ ...one, metrics: {}, recording: [] }))).length,
  ).toBeGreaterThan(10);
});
