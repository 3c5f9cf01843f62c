import type { Rule } from "../../prometheus/rules/rule-group";
import { selectorsIn } from "../../query/promql/selectors-in";
import type { Selector } from "../../query/promql/tree";
import type { OwnedRule } from "../rule-chain";
import { ruleChain } from "../rule-chain";
import type { ObservedSeries } from "./observed-series";

/** Series as far as their labels are known. */
interface Known {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Any other label is empty. */
  readonly whole: boolean;
}

/** The rules and series that a world needs. */
export interface Concerned {
  /** In order of dependency, alerts last. */
  readonly rules: readonly Rule[];
  readonly series: readonly ObservedSeries[];
}

/**
 * What an incident can change: rules that read a series which differs from the healthy world, all
 * that read what those record, and what they need besides. Any other rule has the samples of the
 * healthy world, in which no alert is pending (`healthyFiles`).
 *
 * @param world with the incident
 * @param healthy without it; series that are the same are the same objects
 */
export function rulesConcerned(
  world: readonly ObservedSeries[],
  healthy: readonly ObservedSeries[],
  recorded: readonly OwnedRule[],
  alerts: readonly Rule[],
): Concerned {
  const before = new Set(healthy);
  const after = new Set(world);
  const changed = new Index(
    [
      ...world.filter((series) => !before.has(series)),
      ...healthy.filter((series) => !after.has(series)),
    ].map(({ name, labels }) => ({ name, labels, whole: true })),
  );
  const concerned = new Set<Rule>();
  for (let known = -1; concerned.size > known;) {
    known = concerned.size;
    for (const { rule } of recorded) {
      if (concerned.has(rule) || !changed.readBy(rule)) continue;
      concerned.add(rule);
      changed.add({
        name: rule.record,
        labels: rule.labels ?? {},
        whole: false,
      });
    }
  }
  const judged = alerts.filter(
    (rule) => changed.readBy(rule) || readsAlerts(rule),
  );
  const needed = new Set<Rule>(
    [...concerned, ...judged].flatMap((rule) => ruleChain(rule, recorded)),
  );
  const rules = [
    ...recorded
      .map(({ rule }) => rule)
      .filter((rule) => needed.has(rule) || concerned.has(rule)),
    ...judged,
  ];
  const byName = new Map<string | undefined, Selector[]>();
  for (const selector of rules.flatMap(selectorsOf)) {
    byName.set(selector.name, [...(byName.get(selector.name) ?? []), selector]);
  }
  return {
    rules,
    series: world.filter(({ name, labels }) =>
      (byName.get(name) ?? []).some((selector) =>
        fits(selector, { name, labels, whole: true }),
      ),
    ),
  };
}

class Index {
  private readonly byName = new Map<string, Known[]>();

  constructor(all: readonly Known[]) {
    for (const each of all) this.add(each);
  }

  add(each: Known): void {
    const namesakes = this.byName.get(each.name);
    if (namesakes === undefined) this.byName.set(each.name, [each]);
    else namesakes.push(each);
  }

  readBy(rule: Rule): boolean {
    return selectorsOf(rule).some(
      (selector) =>
        selector.name === undefined ||
        (this.byName.get(selector.name) ?? []).some((each) =>
          fits(selector, each),
        ),
    );
  }
}

const selectors = new WeakMap<Rule, readonly Selector[]>();

const selectorsOf = (rule: Rule): readonly Selector[] => {
  const known = selectors.get(rule) ?? selectorsIn(rule.expr);
  selectors.set(rule, known);
  return known;
};

const readsAlerts = (rule: Rule): boolean =>
  selectorsOf(rule).some(({ name = "" }) => name.startsWith("ALERTS"));

/** Judged by equality only: if in doubt, a series is read. */
const fits = ({ matchers }: Selector, { labels, whole }: Known): boolean =>
  matchers.every(({ label, operator, value }) => {
    const known = labels[label] ?? (whole ? "" : undefined);
    return operator !== "=" || known === undefined || known === value;
  });
