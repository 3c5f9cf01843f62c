import type { SecretKey } from "./target";

/** A Slack channel and its incoming webhook, which is bound to that one channel. */
export interface SlackChannel {
  readonly kind: "slack";
  /** As Slack shows it, with its `#`. */
  readonly channel: `#${string}`;
  /** Where the webhook's address is stored. */
  readonly webhook: SecretKey;
}

/** A channel of Microsoft Teams and the webhook of its workflow. */
export interface TeamsChannel {
  readonly kind: "msteams";
  /** Display name. */
  readonly name: string;
  readonly webhook: SecretKey;
}

/**
 * A service of PagerDuty (Events API v2). PagerDuty decides who is on call and how it escalates.
 */
export interface PagerDutyService {
  readonly kind: "pagerduty";
  /** What PagerDuty calls the service. */
  readonly name: string;
  readonly routingKey: SecretKey;
}

/** One or more mailboxes. */
export interface EmailChannel {
  readonly kind: "email";
  readonly to: readonly string[];
}

/**
 * Anything that accepts Alertmanager's JSON: Jira Service Management, Grafana OnCall and others
 * compatible with Opsgenie.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export interface WebhookChannel {
  readonly kind: "webhook";
  /** Display name. */
  readonly name: string;
  /** Where the address is stored; it may itself be the secret. */
  readonly url: SecretKey;
  /** Token that is sent as `Authorization: Bearer`. @default none */
  readonly token?: SecretKey;
}

/** An external dead man's switch: it notifies when heartbeats stop. */
export interface HeartbeatChannel {
  readonly kind: "heartbeat";
  /** Where the address to call is stored. */
  readonly url: SecretKey;
}

/** A notification channel. Secrets are references; a value never enters a declaration. */
export type Channel =
  | SlackChannel
  | TeamsChannel
  | PagerDutyService
  | EmailChannel
  | WebhookChannel
  | HeartbeatChannel;

/** A channel that people read: any but the heartbeat. */
export type PeopleChannel = Exclude<Channel, HeartbeatChannel>;

/**
 * The role of a channel in a team: `pager` wakes people, `chat` is where they talk, `email` is read
 * later, and `escalation` is used when nobody acts.
 */
export type ChannelRole = "pager" | "chat" | "email" | "escalation";

/**
 * The channels of a team by role. A check reports a role that a path requires and the team lacks.
 */
export interface TeamChannels {
  readonly pager?: readonly (PagerDutyService | WebhookChannel)[];
  readonly chat?: readonly (SlackChannel | TeamsChannel | WebhookChannel)[];
  readonly email?: readonly (EmailChannel | WebhookChannel)[];
  readonly escalation?: readonly PeopleChannel[];
}

/** Display name of a channel: `#shop-alerts`, `pager shop`, `on-call@example.com`. */
export function channelName(channel: Channel): string {
  switch (channel.kind) {
    case "slack":
      return channel.channel;
    case "msteams":
      return `Teams ${channel.name}`;
    case "pagerduty":
      return `pager ${channel.name}`;
    case "email":
      return channel.to.join(", ");
    case "webhook":
      return `webhook ${channel.name}`;
    case "heartbeat":
      return "external heartbeat";
  }
}

/** Every reference to a secret that a channel holds. */
export function channelSecrets(channel: Channel): readonly SecretKey[] {
  switch (channel.kind) {
    case "slack":
    case "msteams":
      return [channel.webhook];
    case "pagerduty":
      return [channel.routingKey];
    case "email":
      return [];
    case "webhook":
      return channel.token === undefined
        ? [channel.url]
        : [channel.url, channel.token];
    case "heartbeat":
      return [channel.url];
  }
}
