import { values } from "../../../model/label-values";
import { createWriteStream } from "node:fs";
import type { Service } from "../../../model/service";
import type { Rule } from "../../../prometheus/rules/rule-group";
import { days } from "../../../model/duration";
import { counter } from "../../../model/metric";
import { percent } from "../../../model/ratio";

/**
 * Everything happens in these three days, so that every run reads the same. Ends at a full day of
 * UTC.
 */
export const END_SECONDS = Date.UTC(2026, 0, 10) / 1000;
export const HISTORY_SECONDS = 3 * 86_400;
export const SCRAPE_SECONDS = 15;

const PODS = 40;
const STATUSES = ["200", "201", "404", "500", "503"] as const;
/** Series behind each SLO. */
export const SERIES_PER_SLO = PODS * STATUSES.length;

export const SYSTEM = "bench";
export const metricOf = (slo: number): string =>
  `bench_${String(slo)}_requests_total`;

/** One system with as many SLOs as asked for, each over a metric of its own. */
export const benchService = (slos: number, key = SYSTEM): Service => ({
  key,
  displayName: "Bench",
  about: "SLOs without an application, to measure their rules.",
  team: {
    key: "bench",
    owner: "Bench",
    onCall: "bench",
    channels: {},
    escalation: [],
  },
  publicHealth: { kind: "none", reason: "nothing serves" },
  namespace: "bench",
  metrics: Object.fromEntries(
    numbers(slos).map((slo) => [
      metricOf(slo),
      counter({
        help: "Requests",
        labels: { status: values(...STATUSES) },
      }),
    ]),
  ),
  targets: [],
  probes: [],
  exporters: [],
  recording: [],
  alertInterval: days(1),
  alerts: [],
  slos: numbers(slos).map((slo) => ({
    kind: "request",
    name: `slo-${String(slo)}`,
    description: "It works.",
    objective: percent(99.9),
    period: days(30),
    bad: badRate(slo, "5m"),
    total: totalRate(slo, "5m"),
    volume: "normal",
    page: "P0",
    examples: {
      good: { [`${metricOf(slo)}{status="200"}`]: 1 },
      bad: { [`${metricOf(slo)}{status="500"}`]: 1 },
    },
  })),
  noData: { kind: "none", reason: "a bench" },
  dashboards: [],
});

/** Several such systems, which read the same metrics. */
export const benchServices = (
  systems: number,
  slos: number,
): readonly Service[] =>
  numbers(systems).map((system) =>
    benchService(slos, system === 0 ? SYSTEM : `${SYSTEM}-${String(system)}`),
  );

/** Whether a rule reads what an application exposes. */
export const readsRaw = ({ expr }: Rule): boolean =>
  /\bbench_\d+_requests_total\b/.test(expr);

/** What every rule set asks of the raw series, over its own windows. */
export const badRate = (slo: number, window: string): string =>
  `sum(rate(${metricOf(slo)}{status=~"5.."}[${window}]))`;
export const totalRate = (slo: number, window: string): string =>
  `sum(rate(${metricOf(slo)}[${window}]))`;

export const numbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index);

/**
 * Requests per second of one series: twice as many at noon as the mean, hardly any at night. Errors
 * are 0.05 % of them, and 3 % during twenty minutes of each day.
 */
function requestsPerSecond(
  status: (typeof STATUSES)[number],
  pod: number,
  seconds: number,
): number {
  const day = (seconds % 86_400) / 86_400;
  const traffic = (1 + pod / PODS) * (1 + 0.9 * Math.sin(2 * Math.PI * day));
  const minuteOfDay = Math.floor(day * 1440);
  const failing = minuteOfDay >= 600 && minuteOfDay < 620 ? 0.03 : 0.0005;
  switch (status) {
    case "200":
      return traffic * (1 - failing) * 0.8;
    case "201":
      return traffic * (1 - failing) * 0.15;
    case "404":
      return traffic * (1 - failing) * 0.05;
    case "500":
    case "503":
      return (traffic * failing) / 2;
  }
}

/**
 * Writes all samples as OpenMetrics, series by series.
 * @see https://prometheus.io/docs/prometheus/latest/storage/#backfilling-from-openmetrics-format
 */
export async function writeLoad(path: string, slos: number): Promise<number> {
  const stream = createWriteStream(path, { highWaterMark: 1 << 22 });
  let samples = 0;
  const write = async (text: string): Promise<void> => {
    if (!stream.write(text)) {
      await new Promise<void>((resolve) => {
        stream.once("drain", resolve);
      });
    }
  };
  for (const slo of numbers(slos)) {
    await write(`# TYPE ${metricOf(slo).replace(/_total$/, "")} counter\n`);
    for (const pod of numbers(PODS)) {
      for (const status of STATUSES) {
        const name = `${metricOf(slo)}{pod="p${String(pod)}",status="${status}"}`;
        let count = 0;
        let lines = "";
        for (
          let time = END_SECONDS - HISTORY_SECONDS;
          time <= END_SECONDS;
          time += SCRAPE_SECONDS
        ) {
          count += requestsPerSecond(status, pod, time) * SCRAPE_SECONDS;
          lines += `${name} ${String(Math.floor(count))} ${String(time)}\n`;
          samples += 1;
        }
        await write(lines);
      }
    }
  }
  await write("# EOF\n");
  await new Promise<void>((resolve) => {
    stream.end(resolve);
  });
  return samples;
}
