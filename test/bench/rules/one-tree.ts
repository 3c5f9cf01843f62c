import { production } from "../../../config/environments/production";
import type { Rule } from "../../../prometheus/rules/rule-group";
import { sloGroups } from "../../../prometheus/slo/slo-groups";
import { benchServices, readsRaw } from "./load";

/** The rules of some systems, by who would hold them. */
export interface RuleParts {
  /** Of each system, in its own release. */
  readonly own: readonly Rule[];
  /** Of the environment, evaluated in a group of their own. */
  readonly shared: readonly Rule[];
}

/** Each system with a tree of windows of its own, as built. */
export const treePerSystem = (systems: number, slos: number): RuleParts => ({
  own: benchServices(systems, slos).flatMap((service) =>
    sloGroups(service, production).flatMap(({ rules }) => rules),
  ),
  shared: [],
});

/**
 * One tree of windows for all systems: the tree of any of them, less its name. The SLOs of the
 * bench have one period, so that its rules need not ask which period an SLO has.
 */
export function oneTree(systems: number, slos: number): RuleParts {
  const { own } = treePerSystem(systems, slos);
  return {
    own: own.filter((rule) => !isOfTree(rule)),
    shared: treePerSystem(1, slos).own.filter(isOfTree).map(ofEverySystem),
  };
}

/**
 * Windows of a day and more in one tree, those that fast tiers read with each system: a page comes
 * no later.
 */
export function longWindowsInOneTree(systems: number, slos: number): RuleParts {
  const { own } = treePerSystem(systems, slos);
  const { shared } = oneTree(systems, slos);
  return {
    own: own.filter((rule) => !isOfTree(rule) || !isLong(rule)),
    shared: shared.filter(isLong),
  };
}

const isOfTree = (rule: Rule): boolean =>
  "record" in rule && !readsRaw(rule) && !rule.expr.startsWith("vector(");

const isLong = (rule: Rule): boolean =>
  "record" in rule &&
  /rate(1d|3d|30d)$|:ratio_period$|remaining|violated/.test(rule.record);

const SELECTOR = /\{system="[^"]*"\}/g;

const ofEverySystem = (rule: Rule): Rule =>
  "record" in rule
    ? { record: rule.record, expr: rule.expr.replaceAll(SELECTOR, "") }
    : rule;
