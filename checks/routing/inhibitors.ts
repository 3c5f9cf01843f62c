import type { InhibitRule } from "../../alertmanager/alertmanager-form";
import { matches } from "../../alertmanager/matchers";
import type { RoutedAlert } from "./routed-alert";

/**
 * Names of the alerts that can inhibit one, sorted. Labels of the series are not known yet: labels
 * set by the rules must agree, other labels may. An alert that matches source and target of an
 * inhibition is not inhibited by another one that does.
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
