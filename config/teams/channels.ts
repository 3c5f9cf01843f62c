import type { PagerDutyService, SlackChannel } from "../../model/channel";

/**
 * A Slack channel. The webhooks of all channels are in one Secret, under the channel's own name.
 */
export const slack = (channel: `#${string}`): SlackChannel => ({
  kind: "slack",
  channel,
  webhook: { secret: "alertmanager-slack", key: channel.slice(1) },
});

/**
 * A service of PagerDuty. The routing keys of all services are in one Secret, under the service's
 * own name.
 */
export const pagerDuty = (name: string): PagerDutyService => ({
  kind: "pagerduty",
  name,
  routingKey: { secret: "alertmanager-pagerduty", key: name },
});
