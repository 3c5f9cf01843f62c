/**
 * The part of Alertmanager's configuration that this project writes and reads back.
 * @see https://prometheus.io/docs/alerting/latest/configuration/
 */
export interface AlertmanagerConfig {
  readonly global: Readonly<Record<string, unknown>>;
  readonly templates: readonly string[];
  readonly route: RootRoute;
  readonly inhibit_rules: readonly InhibitRule[];
  readonly time_intervals: readonly NamedIntervals[];
  readonly receivers: readonly Receiver[];
}

/** Grouping and repetition of a route; fields left out are inherited from the parent route. */
interface RouteSettings {
  readonly group_by?: readonly string[];
  readonly group_wait?: string;
  readonly group_interval?: string;
  readonly repeat_interval?: string;
}

/** The root route: it has no matchers and cannot be muted. */
export interface RootRoute extends RouteSettings {
  readonly receiver: string;
  readonly routes: readonly Route[];
}

/**
 * A child route. The first one that matches takes the alert. Mute time intervals are not inherited.
 */
export interface Route extends RouteSettings {
  /** `label="value"` and the like; all must hold. */
  readonly matchers: readonly string[];
  readonly receiver: string;
  /** Whether the routes after it are tried too. @default false */
  readonly continue?: boolean;
  readonly mute_time_intervals?: readonly string[];
  readonly active_time_intervals?: readonly string[];
  readonly routes?: readonly Route[];
}

/**
 * One inhibition rule: while an alert matches the source, alerts that match the target and have
 * equal values of the labels do not notify.
 */
export interface InhibitRule {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal: readonly string[];
}

/** A named time interval that routes refer to. */
export interface NamedIntervals {
  readonly name: string;
  readonly time_intervals: readonly TimeInterval[];
}

/** An interval; all of its stated conditions must hold. */
export interface TimeInterval {
  readonly times?: readonly {
    readonly start_time: string;
    readonly end_time: string;
  }[];
  readonly weekdays?: readonly string[];
  readonly days_of_month?: readonly string[];
  readonly months?: readonly string[];
  readonly years?: readonly string[];
  readonly location: string;
}

type Integration = Readonly<Record<string, unknown>>;

/** The kinds of integration that are written, as Alertmanager names their lists. */
export const INTEGRATIONS = [
  "pagerduty_configs",
  "slack_configs",
  "msteamsv2_configs",
  "email_configs",
  "webhook_configs",
] as const;

/** A list of integrations that notify somebody. */
export type IntegrationList = (typeof INTEGRATIONS)[number];

/** A receiver; without any integration it notifies nobody. */
export type Receiver = { readonly name: string } & Readonly<
  Partial<Record<IntegrationList, readonly Integration[]>>
>;
