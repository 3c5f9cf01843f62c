import { allChartMetrics } from "../../helm/all-chart-metrics";
import { typicalCharts } from "../../helm/typical-charts";
import { production } from "../support/organisation/environments";

const shown = typicalCharts(production);
/** Labels that the operator, or a chart that keeps the exporter's own, puts on a target. */
const AROUND = ["job", "endpoint", "node", "namespace"];

const declared = new Map(
  allChartMetrics.flatMap(({ chart, metrics, targetLabels }) =>
    metrics.map((metric) => [metric.name, { chart, targetLabels, ...metric }]),
  ),
);

const declaredName = (series: string): string =>
  declared.has(series) ? series : series.replace(/_(?:bucket|count|sum)$/, "");

it("shows every metric that a chart says something of", () => {
  const names = new Set(shown.map(({ name }) => declaredName(name)));
  const said = allChartMetrics.flatMap(({ typical }) => {
    const { counters, gauges, histograms } = typical?.(production) ?? {};
    return [counters, gauges, histograms].flatMap((each) =>
      Object.keys(each ?? {}),
    );
  });
  expect(said.length).toBeGreaterThan(15);
  expect([...names].filter((name) => name !== "up").sort()).toEqual(
    [...new Set(said)].sort(),
  );
});

it("has only metrics and labels that the chart is declared to have", () => {
  for (const { name, labels } of shown.filter((each) => each.name !== "up")) {
    const metric = declared.get(declaredName(name));
    const known = [
      ...(metric?.labels ?? []),
      ...(metric?.targetLabels ?? []),
      ...AROUND,
      "le",
    ];
    expect([
      name,
      Object.keys(labels).filter((label) => !known.includes(label)),
    ]).toEqual([name, []]);
  }
});

it("has as many members as the environment", () => {
  const members = shown.filter(
    ({ name }) => name === "alertmanager_cluster_members",
  );
  expect(members.map(({ valueAt }) => valueAt({ at: 0, busy: 0 }))).toEqual(
    Array.from(
      { length: production.alertmanager.replicas },
      () => production.alertmanager.replicas,
    ),
  );
});
