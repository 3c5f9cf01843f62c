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

/** How a route gathers and repeats; what is left out comes from the route above. */
interface RouteSettings {
  readonly group_by?: readonly string[];
  readonly group_wait?: string;
  readonly group_interval?: string;
  readonly repeat_interval?: string;
}

/** The route that everything enters by: it has no matchers and cannot be muted. */
export interface RootRoute extends RouteSettings {
  readonly receiver: string;
  readonly routes: readonly Route[];
}

/**
 * A branch of the tree. The first route that matches takes the alert; times of muting are not
 * inherited.
 */
export interface Route extends RouteSettings {
  /** `label="value"` and the like; all must hold. */
  readonly matchers: readonly string[];
  readonly receiver: string;
  readonly mute_time_intervals?: readonly string[];
  readonly active_time_intervals?: readonly string[];
  readonly routes?: readonly Route[];
}

/**
 * One inhibition: while an alert matches the source, those that match the target and agree in the
 * labels are not told.
 */
export interface InhibitRule {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal: readonly string[];
}

/** Times under a name that routes refer to. */
export interface NamedIntervals {
  readonly name: string;
  readonly time_intervals: readonly TimeInterval[];
}

/** Times in which all that is stated holds. */
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

/** A list of integrations that tell somebody. */
export type IntegrationList = (typeof INTEGRATIONS)[number];

/** Who is told; without any integration, nobody. */
export type Receiver = { readonly name: string } & Readonly<
  Partial<Record<IntegrationList, readonly Integration[]>>
>;
