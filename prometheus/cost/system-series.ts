import type { EnvironmentConfig } from "../../model/environment";
import type { Metric } from "../../model/metric";
import { readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import type { LabelSet } from "../../model/typical/label-sets";
import { exampleValues } from "../../model/label-values";
import { secondsOf } from "../../query/promql/durations";
import { ruleGroups } from "../rules/rule-groups";
import type { Rule } from "../rules/rule-group";
import { instancesOf } from "../typical/instances";
import { seriesOf as typicalSeriesOf } from "../typical/typical-series";
import { workloadSeries } from "../typical/workload-series";
import { ANY_VALUE, distinct, keyOf } from "./known-series";
import type { KnownSeries, SeriesOf } from "./known-series";
import { resultOf } from "./rule-result";
import type { RuleResult } from "./rule-result";
import { SCRAPE_SERIES_NAMES, intervalOf, scrapedOf } from "./scraped";

/** Which series of a system are looked at. */
export type Extent =
  /** Those that a healthy system has. */
  | "typical"
  /** One for all of a metric, whose labels have any value: it shows which labels a result has. */
  | "widest";

/** A rule, and how often it is evaluated. */
export interface TimedRule {
  readonly rule: Rule;
  /** Seconds between two evaluations. */
  readonly interval: number;
}

/** The series of one system, and what its rules make of them. */
export interface SystemSeries {
  /** Its own series of a name, exposed or recorded; `undefined` where it has no such name. */
  readonly seriesOf: SeriesOf;
  readonly rules: readonly TimedRule[];
  readonly resultOf: (rule: Rule) => RuleResult;
  /** Frees what is only needed while its rules are gone through. */
  readonly forgetExposed: () => void;
}

/**
 * The series of a system in an environment, worked out when they are asked for.
 *
 * @param service as it is deployed there
 * @param declared the same as it is declared, whose rules are remembered
 * @param elsewhere series that its rules read and that are not its own
 */
export function systemSeries(
  service: Service,
  declared: Service,
  environment: EnvironmentConfig,
  extent: Extent,
  elsewhere: SeriesOf,
): SystemSeries {
  const { recording, slos, alerts } = ruleGroups(declared, environment);
  const rules = [...recording, ...slos, ...alerts].flatMap((group) =>
    group.rules.map((rule) => ({
      rule,
      interval: secondsOf(group.interval) ?? 60,
    })),
  );
  const recorders = new Map<string, TimedRule[]>();
  for (const timed of rules) {
    if (!("record" in timed.rule)) continue;
    const { record } = timed.rule;
    const before = recorders.get(record);
    if (before === undefined) recorders.set(record, [timed]);
    else before.push(timed);
  }
  const step = environment.prometheus.evaluationInterval.seconds;
  const results = new Map<Rule, RuleResult>();
  const recorded = new Map<string, readonly KnownSeries[]>();
  const exposed = new Map<string, readonly KnownSeries[] | undefined>();

  const result = (rule: Rule): RuleResult => {
    const before = results.get(rule);
    if (before !== undefined) return before;
    const found = resultOf(rule.expr, known, step);
    const made = { ...found, sets: labelled(found.sets, rule) };
    results.set(rule, made);
    return made;
  };
  const recordedAs = (name: string): readonly KnownSeries[] => {
    const before = recorded.get(name);
    if (before !== undefined) return before;
    // What a rule reads of its own results exists already.
    recorded.set(name, []);
    const made = (recorders.get(name) ?? []).flatMap(({ rule, interval }) =>
      result(rule).sets.map((labels) => ({ labels, interval })),
    );
    const each = [
      ...new Map(made.map((one) => [keyOf(one.labels), one])).values(),
    ];
    recorded.set(name, each);
    return each;
  };
  const own: SeriesOf = (name) => {
    if (recorders.has(name)) return recordedAs(name);
    if (!exposed.has(name)) {
      exposed.set(name, exposedAs(name, service, environment, extent));
    }
    return exposed.get(name);
  };
  const everySystem = readsEverySystem(service);
  const known: SeriesOf = (name) => {
    const mine = own(name);
    if (mine !== undefined && !everySystem) return mine;
    const others = elsewhere(name);
    return mine === undefined || others === undefined
      ? (mine ?? others)
      : [...mine, ...others];
  };
  return {
    seriesOf: own,
    rules,
    resultOf: result,
    forgetExposed: () => {
      exposed.clear();
    },
  };
}

/** Labels that the rule sets replace those of the result. */
const labelled = (
  sets: readonly LabelSet[],
  { labels }: Rule,
): readonly LabelSet[] =>
  labels === undefined || sets.length === 0
    ? sets
    : distinct(sets.map((set) => ({ ...set, ...labels })));

const HISTOGRAM_SUFFIX = /_(?:bucket|count|sum)$/;

function exposedAs(
  name: string,
  service: Service,
  environment: EnvironmentConfig,
  extent: Extent,
): readonly KnownSeries[] | undefined {
  const base = Object.hasOwn(service.metrics, name)
    ? name
    : name.replace(HISTOGRAM_SUFFIX, "");
  const metric = Object.hasOwn(service.metrics, base)
    ? service.metrics[base]
    : undefined;
  const all =
    metric === undefined
      ? scrapeSets(name, service, environment)
      : instancesOf(service, base, metric, Infinity).flatMap((instance) =>
          setsOf(name, base, metric, service, extent).map((labels) => ({
            labels: { ...labels, ...instance },
            interval: intervalOf(instance, service, environment),
          })),
        );
  return extent === "typical" || all === undefined ? all : widest(all);
}

/** Label sets of a name of a metric, without those of its instance. */
function setsOf(
  name: string,
  base: string,
  metric: Metric,
  { metrics }: Service,
  extent: Extent,
): readonly LabelSet[] {
  const { labels = {}, typical } = metric;
  if (extent === "typical" && typical !== undefined) {
    return typicalSeriesOf(base, metric, metrics, [{}])
      .filter((series) => series.name === name)
      .map((series) => series.labels);
  }
  const names = name.endsWith("_bucket") && name !== base ? ["le"] : [];
  if (extent === "widest") {
    return [
      Object.fromEntries(
        [...Object.keys(labels), ...names].map((label) => [label, ANY_VALUE]),
      ),
    ];
  }
  // Nothing is said of it: each combination of the values that are given as examples.
  const bounds =
    metric.type === "histogram" ? [...metric.buckets.map(String), "+Inf"] : [];
  let sets: readonly LabelSet[] = [{}];
  for (const [label, each] of [
    ...Object.entries(labels).map(
      ([own, known]) => [own, exampleValues(known)] as const,
    ),
    ...names.map((le) => [le, bounds] as const),
  ]) {
    sets = sets.flatMap((set) =>
      each.map((value) => ({ ...set, [label]: value })),
    );
  }
  return sets;
}

/** Series about scrapes, probes and pods, which no contract declares. */
function scrapeSets(
  name: string,
  service: Service,
  environment: EnvironmentConfig,
): readonly KnownSeries[] | undefined {
  const { targets, exporters, probes } = scrapedOf(service, environment);
  if (SCRAPE_SERIES_NAMES.some((own) => own === name)) {
    return [...targets, ...exporters, ...probes];
  }
  if (name.startsWith("probe_")) return probes;
  const ofPods = targets.flatMap(({ labels }) =>
    workloadSeries(labels).flatMap((series) =>
      series.name === name
        ? [
            {
              labels: series.labels,
              interval: environment.prometheus.scrapeInterval.seconds,
            },
          ]
        : [],
    ),
  );
  return ofPods.length === 0 ? undefined : ofPods;
}

/** Labels by which the series of one target differ from those of another. */
const OF_TARGETS = ["pod", "instance", "container", "app", "job", "probe"];

/** One for all series with the same labels. */
function widest(all: readonly KnownSeries[]): readonly KnownSeries[] {
  const each = all.map(({ labels, interval }) => ({
    labels: Object.fromEntries(
      Object.entries(labels).map(([label, value]) => [
        label,
        OF_TARGETS.includes(label) ? ANY_VALUE : value,
      ]),
    ),
    interval,
  }));
  return [...new Map(each.map((one) => [keyOf(one.labels), one])).values()];
}
