import { remembered } from "../../model/remembered";
import type { Rule } from "../../prometheus/rules/rule-group";
import type { ObservedSeries } from "../observed-series";
import { Possible, selecting } from "../possible-series";
import { ruleChain, selectorsOf } from "../rule-chain";
import type { OwnedRule } from "../rule-chain";

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
  const changed = new Possible(
    [
      ...world.filter((series) => !before.has(series)),
      ...healthy.filter((series) => !after.has(series)),
    ].map(({ name, labels }) => ({ name, labels, whole: true })),
  );
  const concerned = new Set<Rule>();
  for (let known = -1; concerned.size > known;) {
    known = concerned.size;
    for (const { rule } of recorded) {
      if (concerned.has(rule) || !reads(rule, changed)) continue;
      concerned.add(rule);
      changed.add({
        name: rule.record,
        labels: rule.labels ?? {},
        whole: false,
      });
    }
  }
  const judged = alerts.filter(
    (rule) => reads(rule, changed) || readsAlerts(rule),
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
  return { rules, series: seriesRead(rules, world) };
}

/** The series of a world that any of these rules reads. */
export function seriesRead(
  rules: readonly Rule[],
  world: readonly ObservedSeries[],
): readonly ObservedSeries[] {
  const byName = new Map<string | undefined, Selection["selects"][]>();
  for (const { name, selects } of rules.flatMap(selectionsOf)) {
    const namesakes = byName.get(name);
    if (namesakes === undefined) byName.set(name, [selects]);
    else namesakes.push(selects);
  }
  return world.filter((series) =>
    (byName.get(series.name) ?? []).some((selects) =>
      selects({ ...series, whole: true }),
    ),
  );
}

/** Whether a rule reads any of these series. */
const reads = (rule: Rule, possible: Possible): boolean =>
  selectionsOf(rule).some(
    ({ name, selects }) =>
      name === undefined || possible.named(name).some(selects),
  );

/** What one selector of a rule selects. */
interface Selection {
  readonly name: string | undefined;
  readonly selects: ReturnType<typeof selecting>;
}

const selectionsOf = remembered((rule: Rule): readonly Selection[] =>
  selectorsOf(rule).map((selector) => ({
    name: selector.name,
    selects: selecting(selector),
  })),
);

const readsAlerts = (rule: Rule): boolean =>
  selectorsOf(rule).some(({ name = "" }) => name.startsWith("ALERTS"));
