import type { Priority } from "../model/alert";
import { lessUrgent } from "../model/notification-path";
import type { Service } from "../model/service";
import type { InhibitRule } from "./alertmanager-form";
import { carriedLabels, sharedLabels } from "./carried-labels";
import { matcher, noneOf, oneOf } from "./matchers";
import { alertsAbout, conditionOf } from "./related-alerts";
import type { RelatedAlert } from "./related-alerts";

/** Burn-rate tiers of SLOs have inhibition rules of their own. */
const NO_TIER = matcher("burn_tier", "=", "");

/** A more urgent alert and a less urgent one of the same condition in one system. */
interface Pair {
  readonly system: string;
  readonly condition: string;
  readonly source: RelatedAlert;
  readonly target: RelatedAlert;
  /** Labels that both carry. */
  readonly labels: readonly string[];
}

/**
 * The more urgent of two alerts of one condition inhibits the other where they agree in every label
 * that both carry: a pod's memory says nothing of another pod's. Alertmanager compares the same
 * labels for all alerts of a rule, so there is one rule for each set of labels.
 */
export function sameConditionInhibitions(
  services: readonly Service[],
): readonly InhibitRule[] {
  const byCondition = new Map<string, Pair[]>();
  for (const pair of pairsOf(services)) {
    const known = byCondition.get(pair.condition);
    if (known === undefined) byCondition.set(pair.condition, [pair]);
    else known.push(pair);
  }
  const conditions = [...byCondition].map(([condition, pairs]) => ({
    condition,
    pairs,
    sets: [...new Set(pairs.map(({ labels }) => labels.join()))].sort(),
  }));
  // Without labels of their own, alerts of all other conditions share one rule.
  const special = conditions
    .filter(({ sets }) => sets.length > 1 || sets[0] !== "")
    .map(({ condition }) => condition)
    .sort();
  const uniform = conditions.filter(
    ({ sets }) => sets.length === 1 && sets[0] !== "",
  );
  return [
    ...SOURCES.map((priority) => ({
      source_matchers: [
        matcher("priority", "=", priority),
        ...(special.length === 0 ? [] : [noneOf("condition", special)]),
      ],
      target_matchers: [isLessUrgent(priority), NO_TIER],
      // Declared alerts of these conditions have none; others may.
      equal: equalIn(["slo"]),
    })),
    ...bySet(uniform),
    ...conditions
      .filter(({ sets }) => sets.length > 1)
      .flatMap(({ pairs }) => exactly(pairs)),
  ];
}

const SOURCES: readonly Priority[] = ["P0", "P1"];

const isLessUrgent = (priority: Priority): string =>
  oneOf("priority", lessUrgent(priority));

const equalIn = (labels: readonly string[]): readonly string[] => [
  "system",
  "environment",
  "condition",
  ...labels,
];

function pairsOf(services: readonly Service[]): readonly Pair[] {
  return services.flatMap((service) => {
    const alerts = alertsAbout(service, services);
    return alerts.flatMap((source) => {
      const { priority } = source.definition;
      if (!SOURCES.includes(priority)) return [];
      const condition = conditionOf(source.definition);
      return alerts
        .filter(
          ({ definition }) =>
            conditionOf(definition) === condition &&
            lessUrgent(priority).includes(definition.priority),
        )
        .map((target) => ({
          system: service.key,
          condition,
          source,
          target,
          labels: sharedLabels(
            carriedLabels(source, services),
            carriedLabels(target, services),
          ),
        }));
    });
  });
}

/** Conditions whose pairs all carry the same labels, one rule for each set and priority. */
const bySet = (
  conditions: readonly {
    readonly condition: string;
    readonly pairs: readonly Pair[];
    readonly sets: readonly string[];
  }[],
): readonly InhibitRule[] =>
  [...new Set(conditions.flatMap(({ sets }) => sets))].sort().flatMap((set) =>
    SOURCES.flatMap((priority) => {
      const concerned = conditions
        .filter(
          ({ sets, pairs }) =>
            sets.includes(set) &&
            pairs.some(({ source }) => source.definition.priority === priority),
        )
        .map(({ condition }) => condition)
        .sort();
      return concerned.length === 0
        ? []
        : [
            {
              source_matchers: [
                matcher("priority", "=", priority),
                oneOf("condition", concerned),
              ],
              target_matchers: [isLessUrgent(priority), NO_TIER],
              equal: equalIn(set.split(",")),
            },
          ];
    }),
  );

/** A condition whose alerts carry different labels: rules for each alert that inhibits. */
function exactly(pairs: readonly Pair[]): readonly InhibitRule[] {
  const rules = new Map<string, { source: Pair; targets: Set<string> }>();
  for (const pair of pairs) {
    const { system, source, labels } = pair;
    const { name, priority } = source.definition;
    const key = [system, name, priority, ...labels].join(" ");
    const known = rules.get(key) ?? { source: pair, targets: new Set() };
    known.targets.add(pair.target.definition.name);
    rules.set(key, known);
  }
  return [...rules.values()].map(({ source: pair, targets }) => {
    const { name, priority } = pair.source.definition;
    const system = matcher("system", "=", pair.system);
    return {
      source_matchers: [
        system,
        matcher("alertname", "=", name),
        matcher("priority", "=", priority),
      ],
      target_matchers: [
        system,
        oneOf("alertname", [...targets].sort()),
        isLessUrgent(priority),
      ],
      equal: equalIn(pair.labels),
    };
  });
}
