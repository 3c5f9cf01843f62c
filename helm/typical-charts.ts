import type { ChartMetric, ChartTypical } from "../model/chart-metrics";
import type { EnvironmentConfig } from "../model/environment";
import { counter, gauge, histogram } from "../model/metric";
import type { Metric } from "../model/metric";
import type { TypicalSeries } from "../prometheus/typical/typical-series";
import { seriesOf, steady } from "../prometheus/typical/typical-series";
import { allChartMetrics } from "./all-chart-metrics";

/** What the deployed charts show of themselves while they are healthy. */
export const typicalCharts = (
  environment: EnvironmentConfig,
): readonly TypicalSeries[] =>
  allChartMetrics.flatMap(({ metrics, typical: typicalIn }) => {
    if (typicalIn === undefined) return [];
    const typical = typicalIn(environment);
    return [
      ...typical.instances.map((labels) => steady("up", labels, 1)),
      ...metrics.flatMap((metric) => {
        const shown = asMetric(metric, typical);
        return shown === undefined
          ? []
          : seriesOf(metric.name, shown, {}, typical.instances);
      }),
    ];
  });

/** A metric of a chart as a contract has it, where something is said of it. */
function asMetric(
  { name, type, buckets = [] }: ChartMetric,
  { counters = {}, gauges = {}, histograms = {} }: ChartTypical,
): Metric | undefined {
  const help = "";
  switch (type) {
    case "counter": {
      const typical = counters[name];
      return typical && counter({ help, typical });
    }
    case "gauge": {
      const typical = gauges[name];
      return typical && gauge({ help, typical });
    }
    case "histogram": {
      const typical = histograms[name];
      return typical && histogram({ help, buckets, typical });
    }
  }
}
