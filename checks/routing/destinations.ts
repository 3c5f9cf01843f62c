import type { Channel } from "../../model/channel";
import { secretFile } from "../../alertmanager/integrations";
import { INTEGRATIONS } from "../../alertmanager/alertmanager-form";
import type {
  IntegrationList,
  Receiver,
} from "../../alertmanager/alertmanager-form";

/** The field of each integration that says where the message goes. */
const ADDRESS: Readonly<Record<IntegrationList, string>> = {
  pagerduty_configs: "routing_key_file",
  slack_configs: "channel",
  msteamsv2_configs: "webhook_url_file",
  email_configs: "to",
  webhook_configs: "url_file",
};

/** Destinations of a receiver, one text for each integration, sorted: `slack #shop-alerts`. */
export const destinationsOf = (receiver: Receiver): readonly string[] =>
  INTEGRATIONS.flatMap((list) =>
    (receiver[list] ?? []).map(
      (integration) =>
        `${list.replace(/(v2)?_configs$/, "")} ${String(integration[ADDRESS[list]])}`,
    ),
  ).sort();

/** Destination of a declared channel, in the form of {@link destinationsOf}. */
export function destinationOf(channel: Channel): string {
  switch (channel.kind) {
    case "slack":
      return `slack ${channel.channel}`;
    case "msteams":
      return `msteams ${secretFile(channel.webhook)}`;
    case "pagerduty":
      return `pagerduty ${secretFile(channel.routingKey)}`;
    case "email":
      return `email ${channel.to.join(", ")}`;
    case "webhook":
    case "heartbeat":
      return `webhook ${secretFile(channel.url)}`;
  }
}
