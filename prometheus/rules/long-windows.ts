import { hours, minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { longestRange } from "../../query/promql/longest-range";
import { namesIn } from "../../query/promql/names-in";
import { readQuery } from "../../query/promql/read-query";
import type { Rule, RuleGroup } from "./rule-group";

/**
 * From this length on a window is long: its result hardly changes within a minute, and every
 * evaluation reads all of it.
 */
const LONG = hours(6);

/**
 * Evaluation interval of rules with a long window. With a longer one, an instant query could miss a
 * sample.
 */
const INTERVAL = minutes(2);

const NOTHING_RECORDED: ReadonlyMap<string, string> = new Map();

/** Whether a query itself reads a long window. */
const isLong = (expr: string): boolean =>
  longestRange(expr, NOTHING_RECORDED).milliseconds >= LONG.milliseconds;

/** Rules of a group at the declared interval, and those evaluated every two minutes. */
export interface SplitRules {
  readonly short: readonly Rule[];
  readonly long: readonly Rule[];
}

/**
 * Splits a group: rules that read a long window, with those of the group that read their results,
 * and the others; in their order.
 * @param declared the query of each rule as it was declared, where the rule has values in place of
 * names: it is already parsed
 */
export function splitByWindow(
  interval: Duration,
  rules: readonly Rule[],
  declared: readonly string[] = rules.map(({ expr }) => expr),
): SplitRules {
  if (interval.milliseconds >= INTERVAL.milliseconds) {
    return { short: rules, long: [] };
  }
  const recorded = new Set<string>();
  const long = rules.filter((rule, index) => {
    const expr = declared[index] ?? rule.expr;
    const found =
      isLong(expr) ||
      namesIn(readQuery(expr)).some((name) => recorded.has(name));
    if (found && "record" in rule) recorded.add(rule.record);
    return found;
  });
  return { short: rules.filter((rule) => !long.includes(rule)), long };
}

/** The group of rules with a long window, if there are any. */
export const longGroup = (
  name: string,
  rules: readonly Rule[],
): readonly RuleGroup[] =>
  rules.length === 0
    ? []
    : [{ name: `${name}-long-windows`, interval: INTERVAL.toString(), rules }];

/** A declared group without the rules that read long windows, and a group of those. */
export function groupsSplitByWindow(
  name: string,
  interval: Duration,
  rules: readonly Rule[],
  declared?: readonly string[],
): readonly RuleGroup[] {
  const { short, long } = splitByWindow(interval, rules, declared);
  return [
    ...(short.length === 0
      ? []
      : [{ name, interval: interval.toString(), rules: short }]),
    ...longGroup(name, long),
  ];
}
