import type { InhibitRule } from "../../alertmanager/alertmanager-form";
import { matches } from "../../alertmanager/matchers";
import type { RoutedAlert } from "./routed-alert";

/**
 * Names of the alerts that can keep one silent, sorted. Labels of the series are not known yet, so
 * those that the rules set must agree and the others may. An alert that is both source and target
 * of a rule does not inhibit what is both as well.
 */
export const inhibitorsOf = (
  target: RoutedAlert,
  alerts: readonly RoutedAlert[],
  rules: readonly InhibitRule[],
): readonly string[] => {
  const names = rules
    .filter(({ target_matchers }) => matches(target_matchers, target.labels))
    .flatMap((rule) => {
      const isSource = matches(rule.source_matchers, target.labels);
      return alerts
        .filter(
          (source) =>
            source !== target &&
            matches(rule.source_matchers, source.labels) &&
            !(isSource && matches(rule.target_matchers, source.labels)) &&
            rule.equal.every((label) =>
              mayAgree(source.labels[label], target.labels[label]),
            ),
        )
        .map(({ name }) => name);
    });
  return [...new Set(names)].sort();
};

const mayAgree = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b;
