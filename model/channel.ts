import type { SecretKey } from "./target";

/** A channel of Slack, reached by an incoming webhook, which is bound to that one channel. */
export interface SlackChannel {
  readonly kind: "slack";
  /** As Slack shows it, with its `#`. */
  readonly channel: `#${string}`;
  /** Where the address of the webhook lies. */
  readonly webhook: SecretKey;
}

/** A channel of Microsoft Teams, reached by a workflow's webhook. */
export interface TeamsChannel {
  readonly kind: "msteams";
  /** What people call it. */
  readonly name: string;
  readonly webhook: SecretKey;
}

/** A service of PagerDuty (Events API v2). Who is called, and who after them, is decided there. */
export interface PagerDutyService {
  readonly kind: "pagerduty";
  /** What PagerDuty calls the service. */
  readonly name: string;
  readonly routingKey: SecretKey;
}

/** A mailbox or several. */
export interface EmailChannel {
  readonly kind: "email";
  readonly to: readonly string[];
}

/**
 * Anything that takes Alertmanager's JSON: Jira Service Management, Grafana OnCall and others that
 * are compatible with Opsgenie.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export interface WebhookChannel {
  readonly kind: "webhook";
  /** What people call it. */
  readonly name: string;
  /** Where the address lies, which may itself be the secret. */
  readonly url: SecretKey;
  /** Token that is sent as `Authorization: Bearer`. @default none */
  readonly token?: SecretKey;
}

/** An external service that notices when it hears nothing. */
export interface HeartbeatChannel {
  readonly kind: "heartbeat";
  /** Where the address to call lies. */
  readonly url: SecretKey;
}

/** A way in which people are told. Secrets are references; a value never enters a declaration. */
export type Channel =
  | SlackChannel
  | TeamsChannel
  | PagerDutyService
  | EmailChannel
  | WebhookChannel
  | HeartbeatChannel;

/** A channel that people read: any but the heartbeat, to which only a machine listens. */
export type PeopleChannel = Exclude<Channel, HeartbeatChannel>;

/**
 * What a channel is to the people of a team: what wakes them, what they talk in, what they read
 * later, and who is asked when that is not enough.
 */
export type ChannelRole = "pager" | "chat" | "email" | "escalation";

/**
 * The channels of a team by role. A role that a path asks for and that the team lacks is a mistake.
 */
export interface TeamChannels {
  readonly pager?: readonly (PagerDutyService | WebhookChannel)[];
  readonly chat?: readonly (SlackChannel | TeamsChannel | WebhookChannel)[];
  readonly email?: readonly (EmailChannel | WebhookChannel)[];
  readonly escalation?: readonly PeopleChannel[];
}

/** How people call a channel: `#shop-alerts`, `pager shop`, `on-call@example.com`. */
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
