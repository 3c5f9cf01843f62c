import type { Rule } from "../../../prometheus/rules/rule-group";
import { namesIn } from "../../../query/promql/names-in";
import { readQuery } from "../../../query/promql/read-query";
import type { Cost, Database, ResultSeries } from "./database";
import { END_SECONDS, HISTORY_SECONDS } from "./load";
import { median } from "./median";

/** Moments at which every rule is evaluated: the last minutes of the history. */
const EVALUATIONS = 10;
export const MOMENTS = Array.from(
  { length: EVALUATIONS },
  (_, index) => END_SECONDS - (EVALUATIONS - 1 - index) * 60,
);

/**
 * Rules of one kind, and what of them a Prometheus that had run for three days would have recorded
 * and would read.
 */
export interface RuleSet {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** Whether the history of a recorded series is read, and not only its last sample. */
  readonly readsHistory: (record: string) => boolean;
  /** Share of evaluations in which a rule takes part. @default all */
  readonly share?: (rule: Rule) => number;
}

/** What an evaluation of a rule set costs: the median of each rule, added up. */
export interface Measured extends Cost {
  readonly name: string;
  readonly rules: number;
  readonly recordedSeries: number;
  /** Of the rules that read raw series. */
  readonly raw: Cost;
}

/**
 * Evaluates every rule at every moment on a real Prometheus, what it reads being recorded before.
 */
export async function measure(
  database: Database,
  set: RuleSet,
): Promise<Measured> {
  let total: Cost = { samples: 0, seconds: 0 };
  let raw: Cost = { samples: 0, seconds: 0 };
  let recordedSeries = 0;
  const records = new Set(
    set.rules.flatMap((rule) => ("record" in rule ? [rule.record] : [])),
  );
  for (const batch of batches(set.rules)) {
    const lines: string[] = [];
    for (const rule of batch) {
      const share = set.share?.(rule) ?? 1;
      const series: ResultSeries[] = [];
      // The first time would find nothing in memory.
      await database.instant(rule.expr, END_SECONDS);
      const costs: Cost[] = [];
      for (const moment of MOMENTS) {
        const { series: found, cost } = await database.instant(
          rule.expr,
          moment,
        );
        series.push(...found);
        costs.push(cost);
      }
      const typical = {
        samples: median(costs.map(({ samples }) => samples)) * share,
        seconds: median(costs.map(({ seconds }) => seconds)) * share,
      };
      total = added(total, typical);
      if (namesIn(readQuery(rule.expr)).some((name) => !records.has(name))) {
        raw = added(raw, typical);
      }
      if (!("record" in rule)) continue;
      recordedSeries += new Set(
        series
          .filter(({ values }) => values.length > 0)
          .map(({ metric }) => JSON.stringify(metric)),
      ).size;
      lines.push(
        ...openMetrics(
          rule.record,
          rule.labels ?? {},
          set.readsHistory(rule.record)
            ? await database.everyMinute(
                rule.expr,
                END_SECONDS - HISTORY_SECONDS,
                END_SECONDS,
              )
            : joined(series),
        ),
      );
    }
    if (lines.length > 0) await database.loadLines(grouped(lines));
  }
  return {
    name: set.name,
    rules: set.rules.length,
    recordedSeries,
    raw,
    ...total,
  };
}

/** Recorded series as OpenMetrics, with the labels that the rule adds. */
const openMetrics = (
  name: string,
  labels: Readonly<Record<string, string>>,
  series: readonly ResultSeries[],
): readonly string[] => [
  `# TYPE ${name} gauge`,
  ...series.flatMap(({ metric, values }) => {
    const own = Object.entries({ ...metric, ...labels })
      .filter(([label]) => label !== "__name__")
      .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
      .join(",");
    return values.map(
      ([time, value]) => `${name}{${own}} ${value} ${String(time)}`,
    );
  }),
];

const added = (left: Cost, right: Cost): Cost => ({
  samples: left.samples + right.samples,
  seconds: left.seconds + right.seconds,
});

/** Rules that do not read each other, one batch behind the other. */
function batches(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const all: Rule[][] = [[]];
  const level = new Map<string, number>();
  for (const rule of rules) {
    const own =
      Math.max(
        -1,
        ...namesIn(readQuery(rule.expr)).map((name) => level.get(name) ?? -1),
      ) + 1;
    if ("record" in rule) {
      level.set(rule.record, Math.max(own, level.get(rule.record) ?? 0));
    }
    (all[own] ??= []).push(rule);
  }
  return all;
}

/** Samples of the moments, by series. */
function joined(series: readonly ResultSeries[]): readonly ResultSeries[] {
  const byLabels = new Map<string, ResultSeries>();
  for (const each of series) {
    const key = JSON.stringify(each.metric);
    const before = byLabels.get(key);
    byLabels.set(key, {
      metric: each.metric,
      values: [...(before?.values ?? []), ...each.values],
    });
  }
  return [...byLabels.values()].filter(({ values }) => values.length > 0);
}

/** OpenMetrics wants each family once. */
function grouped(lines: readonly string[]): readonly string[] {
  const families = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of lines) {
    if (line.startsWith("# TYPE")) {
      current = families.get(line) ?? [];
      families.set(line, current);
    } else current.push(line);
  }
  return [...families].flatMap(([type, samples]) => [type, ...samples]);
}
