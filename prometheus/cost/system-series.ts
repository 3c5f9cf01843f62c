import type { EnvironmentConfig } from "../../model/environment";
import { remembered } from "../../model/remembered";
import { readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import type { LabelSet } from "../../model/typical/label-sets";
import { secondsOf } from "../../query/promql/durations";
import { ruleName } from "../rules/rule-group";
import type { Rule } from "../rules/rule-group";
import { ruleGroups } from "../rules/rule-groups";
import { exposedSeries } from "./exposed-series";
import type { Extent } from "./exposed-series";
import { distinct, keyOf } from "./known-series";
import type { KnownSeries, SeriesOf } from "./known-series";
import { resultOf } from "./rule-result";
import type { RuleResult } from "./rule-result";
import { hasKeyOf } from "./spellings";

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
  /**
   * Whether a result that was worked out depends on the letters of the system's key, or on series
   * that are not its own: then it says nothing of a system that differs only in its key.
   */
  readonly isOwnCase: (rule: Rule) => boolean;
  /** Frees what is only needed while its rules are gone through. */
  readonly forgetExposed: () => void;
}

/** A result, and the name that its rule records. */
interface KeptResult {
  readonly record: string;
  readonly result: RuleResult;
}

/** Results of the rules that record, by their order, of each way to scrape and to evaluate. */
const keptResults = remembered(
  () => new Map<string, Map<number, KeptResult>>(),
);

function resultsOf(service: Service, way: string): Map<number, KeptResult> {
  const ways = keptResults(service);
  const results = ways.get(way) ?? new Map<number, KeptResult>();
  ways.set(way, results);
  return results;
}

/** The rules of a system, as it is declared. */
export function timedRules(
  declared: Service,
  environment: EnvironmentConfig,
): readonly TimedRule[] {
  const { recording, slos, alerts } = ruleGroups(declared, environment);
  return [...recording, ...slos, ...alerts].flatMap((group) =>
    group.rules.map((rule) => ({
      rule,
      interval: secondsOf(group.interval) ?? 60,
    })),
  );
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
  const rules = timedRules(declared, environment);
  const recorders = new Map<string, TimedRule[]>();
  const places = new Map<Rule, number>();
  for (const timed of rules) {
    if (!("record" in timed.rule)) continue;
    const { record } = timed.rule;
    places.set(timed.rule, places.size);
    const before = recorders.get(record);
    if (before === undefined) recorders.set(record, [timed]);
    else before.push(timed);
  }
  const step = environment.prometheus.evaluationInterval.seconds;
  const results = new Map<Rule, RuleResult>();
  const recorded = new Map<string, readonly KnownSeries[]>();
  const underWay = new Set<string>();
  /** Names read while they are worked out: what read them is not the whole of it, and not kept. */
  const unfinished = new Set<string>();
  const exposed = exposedSeries(service, environment, extent);
  // Environments that scrape and evaluate alike have the same results of rules that record.
  const alike =
    service === declared
      ? resultsOf(
          declared,
          `${extent} ${String(environment.prometheus.scrapeInterval.seconds)} ${String(step)}`,
        )
      : new Map<number, KeptResult>();
  const ownCases = new Set<string | Rule>();
  /** How often something was read that makes a result a case of its own. */
  let ownReads = 0;
  const hasKey = hasKeyOf(service.key);
  const onPattern = (pattern: string, value: string): void => {
    if (hasKey(pattern) || hasKey(value)) ownReads += 1;
  };

  const result = (rule: Rule): RuleResult => {
    const place = places.get(rule) ?? -1;
    const kept = alike.get(place);
    const before =
      results.get(rule) ??
      ("record" in rule && kept?.record === rule.record
        ? kept.result
        : undefined);
    if (before !== undefined) return before;
    const readsBefore = ownReads;
    const found = resultOf(rule.expr, known, step, onPattern);
    const made = { ...found, sets: labelled(found.sets, rule) };
    const name = ruleName(rule);
    if (unfinished.size > (unfinished.has(name) ? 1 : 0)) return made;
    results.set(rule, made);
    if (ownReads > readsBefore) {
      ownCases.add(rule).add(name);
    } else if ("record" in rule) {
      alike.set(place, { record: rule.record, result: made });
    }
    return made;
  };
  const recordedAs = (name: string): readonly KnownSeries[] => {
    const before = recorded.get(name);
    if (ownCases.has(name)) ownReads += 1;
    if (before !== undefined) {
      if (underWay.has(name)) unfinished.add(name);
      return before;
    }
    // What a rule reads of its own results exists already.
    recorded.set(name, []);
    underWay.add(name);
    const made = (recorders.get(name) ?? []).flatMap(({ rule, interval }) =>
      result(rule).sets.map((labels) => ({ labels, interval })),
    );
    const each = [
      ...new Map(made.map((one) => [keyOf(one.labels), one])).values(),
    ];
    underWay.delete(name);
    unfinished.delete(name);
    if (unfinished.size > 0) recorded.delete(name);
    else recorded.set(name, each);
    return each;
  };
  const own: SeriesOf = (name) => {
    if (recorders.has(name)) return recordedAs(name);
    return exposed.seriesOf(name);
  };
  const everySystem = readsEverySystem(service);
  const known: SeriesOf = (name) => {
    const mine = own(name);
    if (mine !== undefined && !everySystem) return mine;
    ownReads += 1;
    const others = elsewhere(name);
    return mine === undefined || others === undefined
      ? (mine ?? others)
      : [...mine, ...others];
  };
  return {
    seriesOf: own,
    rules,
    resultOf: result,
    isOwnCase: (rule) => ownCases.has(rule),
    forgetExposed: exposed.forget,
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
