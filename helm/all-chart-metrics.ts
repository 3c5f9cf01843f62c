import type { ChartMetrics } from "../model/chart-metrics";
import { deployedCharts } from "./deployed-charts";
import { goProcess } from "./parts/metrics/go-process";

/**
 * Every exporter of the deployed charts whose metrics somebody reads. A query may read no other.
 */
export const allChartMetrics: readonly ChartMetrics[] = [
  ...deployedCharts.flatMap(({ metrics }) => metrics),
  goProcess,
];
