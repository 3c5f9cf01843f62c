/**
 * A recording rule, in Prometheus's format.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#rule
 */
export interface RecordingRuleText {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * An alerting rule, in Prometheus's format.
 * @see
 *   https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#defining-alerting-rules
 */
export interface AlertRuleText {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly keep_firing_for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A rule of either kind. */
export type Rule = RecordingRuleText | AlertRuleText;

/** The name of the alert, or of the series that is recorded. */
export const ruleName = (rule: Rule): string =>
  "record" in rule ? rule.record : rule.alert;

/** Rules that are evaluated in sequence, at one interval. */
export interface RuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly Rule[];
}
