/**
 * One rule in the form that Prometheus reads.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#rule
 */
export type Rule =
  | {
      readonly record: string;
      readonly expr: string;
      readonly labels?: Readonly<Record<string, string>>;
    }
  | {
      readonly alert: string;
      readonly expr: string;
      readonly for: string;
      readonly keep_firing_for?: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly annotations: Readonly<Record<string, string>>;
    };

/** Rules that are evaluated in order, at one interval. */
export interface RuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly Rule[];
}
