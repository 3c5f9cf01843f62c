import type { ChartMetrics } from "../../../model/chart-metrics";
import { metricsOfChart, seriesName } from "../contract/declared-metric";
import type { DeclaredMetric } from "../contract/declared-metric";
import { comparedFindings, notSeenYet } from "../contract/compared";
import { open } from "../finding";
import type { Finding, Subject } from "../finding";
import { each, looked } from "../running";
import type { Running } from "../running";
import { SeriesIndex } from "../series";
import type { HeldSeries, MetadataTypes, SeriesSettings } from "../series";

/**
 * Series of one metric of a chart that are asked for at most: those of Kubernetes' objects are as
 * many as the objects, and alike.
 */
const MOST_SERIES = 1_000;

/** Every metric that is declared of the deployed charts is there, with its labels. */
export async function checkChartMetrics(
  { prometheus, charts }: Pick<Running, "prometheus" | "charts">,
  settings: SeriesSettings,
): Promise<readonly Finding[]> {
  const index = new SeriesIndex(prometheus, {
    mostSeries: MOST_SERIES,
    ...settings,
  });
  const findings: Finding[] = [];
  for (const chart of charts) {
    findings.push(
      ...(await looked(
        { check: "chart-metrics", subject: chart.chart },
        "every metric that is declared of it",
        async () => chartFindings(chart, index, await index.types()),
      )),
    );
  }
  return findings;
}

async function chartFindings(
  chart: ChartMetrics,
  index: SeriesIndex,
  types: MetadataTypes,
): Promise<readonly Finding[]> {
  const metrics = await each(
    metricsOfChart(chart),
    async (metric) =>
      [
        metric,
        await index.series(seriesName(metric), metric.matchers),
      ] as const,
  );
  if (metrics.every(([, { series }]) => series.length === 0)) {
    return [
      open(
        { check: "chart-metrics", subject: chart.chart },
        {
          found: `none of its ${String(metrics.length)} metrics has series`,
          expected: "all of them, from the start",
          next: "see that it runs and that Prometheus scrapes it: see Targets",
        },
      ),
    ];
  }
  return metrics.flatMap(([metric, held]) =>
    metricFindings(metric, held, types, index.mostSeries),
  );
}

function metricFindings(
  metric: DeclaredMetric,
  held: HeldSeries,
  types: MetadataTypes,
  mostSeries: number,
): readonly Finding[] {
  const subject: Subject = { check: "chart-metrics", subject: metric.name };
  if (held.series.length > 0) {
    return comparedFindings({ subject, metric, held, types, mostSeries });
  }
  return [
    metric.appears === undefined
      ? open(subject, {
          found: "no series",
          expected: `series of a ${metric.type}`,
          next: `look for it at the exporter: where its first series appears later, say when in ${metric.path} (appears); where its version no longer has it, remove it`,
        })
      : notSeenYet(subject, metric.appears),
  ];
}
