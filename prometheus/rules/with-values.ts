import type { RuleGroup } from "./rule-group";

/**
 * The value that made an alert fire, with four digits, for the message. It is the same text on
 * every alert, so it is added where rules leave the house and the proofs of single alerts need not
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
