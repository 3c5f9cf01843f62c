/**
 * A query whose result is stored, in the form that Prometheus reads.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#rule
 */
export interface RecordingRuleText {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A condition of which people are told, in the form that Prometheus reads.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#defining-alerting-rules
 */
export interface AlertRuleText {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly keep_firing_for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Either kind of rule. */
export type Rule = RecordingRuleText | AlertRuleText;

/** Rules that are evaluated in order, at one interval. */
export interface RuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly Rule[];
}
