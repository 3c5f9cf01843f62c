import { allChartMetrics } from "../../helm/all-chart-metrics";
import { deployedExporters } from "../../helm/deployed-exporters";
import { depot, market } from "../support/organisation/services";

const names = (some: ReturnType<typeof deployedExporters>) =>
  some.map(({ chart }) => chart);

it("has every chart where systems have exporters of both kinds", () => {
  expect(deployedExporters([market, depot])).toEqual(allChartMetrics);
});

it("leaves out those that stand beside no system", () => {
  const missing = names(allChartMetrics).filter(
    (chart) => !names(deployedExporters([depot])).includes(chart),
  );
  expect(missing).toEqual([
    "prometheus-redis-exporter",
    "prometheus-postgres-exporter",
  ]);
});
