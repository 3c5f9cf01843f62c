import type { EnvironmentConfig } from "../../model/environment";
import { seriesPerTarget } from "../../model/metric";
import type { Metric, MetricContract } from "../../model/metric";
import { remembered } from "../../model/remembered";
import type { Service } from "../../model/service";
import type { Exporter } from "../../model/target";
import { instancesOf } from "../typical/instances";
import { setsOf } from "./exposed-series";
import { systemBudget } from "./capacity";
import { ruleName } from "../rules/rule-group";
import type { RuleResult } from "./rule-result";
import { SCRAPE_SERIES_NAMES, intervalOf, scrapedOf } from "./scraped";
import type { SystemSeries, TimedRule } from "./system-series";
import { widestCount, widestResult } from "./widest-count";
import type { LabelBounds } from "./widest-count";

/** What a metric, or anything else that a system has, costs. */
export interface CostLine {
  /** Of a metric its name. */
  readonly name: string;
  readonly kind: "metric" | "scrapes" | "exporter" | "probes" | "recorded";
  /** Series that its declaration allows. */
  readonly atMost: number;
  /** Series while the system is healthy; `undefined` where nothing is said of it. */
  readonly typical: number | undefined;
  /** Samples that are written in a second. */
  readonly samplesPerSecond: number;
}

/** What a rule reads. */
export interface RuleCost {
  /** Name of the alert or of the recorded series. */
  readonly name: string;
  readonly samplesReadPerSecond: number;
}

/** How many rules of a system are named. */
const NAMED_RULES = 5;

/** What one system costs in one environment, in each replica of Prometheus. */
export interface SystemCost {
  readonly key: string;
  readonly lines: readonly CostLine[];
  /** Series at most. */
  readonly atMost: number;
  /** Series while it is healthy; what says nothing of itself counts with what is allowed. */
  readonly typical: number;
  readonly samplesPerSecond: number;
  /** Samples that its rules read in a second. */
  readonly samplesReadPerSecond: number;
  /** The rules that read most of them, the dearest first. */
  readonly dearestRules: readonly RuleCost[];
  /** Series that its rules read and nobody knows; they are not among what is read. */
  readonly unknownReads: readonly string[];
  /** Series that it may have. */
  readonly budget: number;
}

/** Series of an exporter or a probe as a whole, by orders of magnitude. */
const WHOLE: Readonly<Record<Exporter["kind"] | "probe", number>> = {
  /** @see https://github.com/oliver006/redis_exporter#whats-exported */
  redis: 250,
  /** @see https://github.com/prometheus-community/postgres_exporter#flags */
  postgres: 600,
  /** @see https://github.com/prometheus/blackbox_exporter */
  probe: 25,
};

/** What a rule reads in one evaluation. */
export type RuleRead = Pick<RuleResult, "samples" | "unknown">;

/** What a system costs by its lines, and by what each of its rules reads. */
export function systemCost(
  service: Service,
  environment: EnvironmentConfig,
  lines: readonly CostLine[],
  rules: readonly (TimedRule & { readonly read: RuleRead })[],
): SystemCost {
  const sum = (count: (line: CostLine) => number): number =>
    lines.reduce((total, line) => total + count(line), 0);
  const costs = rules.map(({ rule, interval, read }) => ({
    name: ruleName(rule),
    samplesReadPerSecond: read.samples / interval,
  }));
  return {
    key: service.key,
    lines,
    atMost: sum((line) => line.atMost),
    typical: sum((line) => line.typical ?? line.atMost),
    samplesPerSecond: sum((line) => line.samplesPerSecond),
    samplesReadPerSecond: costs.reduce(
      (total, { samplesReadPerSecond }) => total + samplesReadPerSecond,
      0,
    ),
    dearestRules: costs
      .sort((a, b) => b.samplesReadPerSecond - a.samplesReadPerSecond)
      .slice(0, NAMED_RULES),
    unknownReads: [
      ...new Set(rules.flatMap(({ read }) => read.unknown)),
    ].sort(),
    budget: systemBudget(service, environment),
  };
}

/**
 * What a system has: its metrics, what scraping adds, and what it records.
 *
 * @param service as it is deployed
 * @param typical its series while it is healthy
 * @param widest the same with every value of each label in one
 */
export function costLines(
  service: Service,
  environment: EnvironmentConfig,
  typical: SystemSeries,
  widest: SystemSeries,
  bounds: LabelBounds,
): readonly CostLine[] {
  const metrics = Object.entries(service.metrics).map(([name, metric]) =>
    metricLine(name, metric, service, environment),
  );
  return [
    ...metrics,
    ...scrapeLines(service, environment, metrics),
    ...recordedLines(typical, widest, bounds),
  ];
}

/** Series of each metric at one target, where something typical is said of it. */
const typicalPerTarget = remembered(
  (contract: MetricContract): ReadonlyMap<string, number> =>
    new Map(
      Object.entries(contract).flatMap(([name, metric]) =>
        metric.typical === undefined
          ? []
          : [[name, setsOf(name, metric, contract, "typical").length] as const],
      ),
    ),
);

function metricLine(
  name: string,
  metric: Metric,
  service: Service,
  environment: EnvironmentConfig,
): CostLine {
  const instances = instancesOf(service, name, metric, Infinity);
  const perTarget = typicalPerTarget(service.metrics).get(name);
  const most = seriesPerTarget(metric);
  return {
    name,
    kind: "metric",
    atMost: most * instances.length,
    typical: perTarget === undefined ? undefined : perTarget * instances.length,
    samplesPerSecond: instances.reduce(
      (sum, instance) =>
        sum + (perTarget ?? most) / intervalOf(instance, service, environment),
      0,
    ),
  };
}

/** What scraping adds, and what exporters and probes show besides the contract. */
function scrapeLines(
  service: Service,
  environment: EnvironmentConfig,
  metrics: readonly CostLine[],
): readonly CostLine[] {
  const { targets, exporters, probes } = scrapedOf(service, environment);
  const scraped = [...targets, ...exporters, ...probes];
  const line = (
    name: string,
    kind: CostLine["kind"],
    each: number,
    places: readonly { readonly interval: number }[],
  ): readonly CostLine[] =>
    places.length === 0
      ? []
      : [
          {
            name,
            kind,
            atMost: each * places.length,
            typical: each * places.length,
            samplesPerSecond: places.reduce(
              (sum, { interval }) => sum + each / interval,
              0,
            ),
          },
        ];
  const contract = metrics.reduce(
    (sum, { name, typical, atMost }) =>
      service.metrics[name]?.source === "exporter"
        ? sum + (typical ?? atMost)
        : sum,
    0,
  );
  const shown = service.exporters.reduce(
    (sum, { kind }) => sum + WHOLE[kind],
    0,
  );
  return [
    ...line("up and scrape_…", "scrapes", SCRAPE_SERIES_NAMES.length, scraped),
    ...line(
      "exporters, besides the contract",
      "exporter",
      Math.max(0, shown - contract) / exporters.length,
      exporters,
    ),
    ...line("probe_…", "probes", WHOLE.probe, probes),
  ];
}

/** A line for each name that is recorded. */
function recordedLines(
  typical: SystemSeries,
  widest: SystemSeries,
  bounds: LabelBounds,
): readonly CostLine[] {
  const atMost = new Map<string, number>();
  for (const { rule } of typical.rules) {
    if (!("record" in rule)) continue;
    const { sets } = typical.resultOf(rule);
    // What a healthy system never shows has labels too.
    const count =
      sets.length > 0
        ? widestResult(sets, rule.labels ?? {}, bounds)
        : widest
            .resultOf(rule)
            .sets.reduce((sum, set) => sum + widestCount(set, bounds), 0);
    atMost.set(rule.record, (atMost.get(rule.record) ?? 0) + count);
  }
  return [...atMost].map(([name, most]) => {
    const series = typical.seriesOf(name) ?? [];
    return {
      name,
      kind: "recorded",
      atMost: most,
      typical: series.length,
      samplesPerSecond: series.reduce(
        (sum, { interval }) => sum + 1 / interval,
        0,
      ),
    };
  });
}
