import type { RuleGroup } from "./rule-group";

/**
 * The annotation with the value that made an alert fire, to four digits. It is the same template on
 * every alert, so it is added when rules are written and the proofs of single alerts need not
 * repeat it.
 */
export const VALUE_ANNOTATION = '{{ $value | printf "%.4g" }}';

/** The group with the annotation `value` on each of its alerts. */
export const withValues = (group: RuleGroup): RuleGroup => ({
  ...group,
  rules: group.rules.map((rule) =>
    "alert" in rule
      ? {
          ...rule,
          annotations: { ...rule.annotations, value: VALUE_ANNOTATION },
        }
      : rule,
  ),
});
