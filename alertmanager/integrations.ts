import type { Priority } from "../model/alert";
import type { Channel } from "../model/channel";
import type { SecretKey } from "../model/target";
import type { IntegrationList, Receiver } from "./alertmanager-form";
import { LINKS, TEMPLATES } from "./templates/names";

type Integration = Readonly<Record<string, unknown>>;

/** What an integration needs besides its channel. */
interface Message {
  readonly priority: Priority;
  readonly sendResolved: boolean;
}

/** Severities of PagerDuty's Events API for our priorities. */
const PAGERDUTY_SEVERITY: Readonly<Record<Priority, string>> = {
  P0: "critical",
  P1: "error",
  P2: "warning",
  P3: "info",
};

/** Where Alertmanager finds a key of a Secret that is mounted into its pods. */
export const secretFile = ({ secret, key }: SecretKey): string =>
  `/etc/alertmanager/secrets/${secret}/${key}`;

/** A receiver that notifies all of the channels. */
export function receiver(
  name: string,
  channels: readonly Channel[],
  message: Message,
): Receiver {
  const lists: Partial<Record<IntegrationList, Integration[]>> = {};
  for (const channel of channels) {
    const [list, integration] = integrationOf(channel, message);
    (lists[list] ??= []).push(integration);
  }
  return { name, ...lists };
}

function integrationOf(
  channel: Channel,
  { priority, sendResolved }: Message,
): readonly [IntegrationList, Integration] {
  const resolved = { send_resolved: sendResolved };
  switch (channel.kind) {
    case "slack":
      return [
        "slack_configs",
        {
          api_url_file: secretFile(channel.webhook),
          channel: channel.channel,
          ...resolved,
          color: TEMPLATES.colour,
          title: TEMPLATES.title,
          title_link: LINKS.title,
          text: TEMPLATES.slackText,
          fallback: TEMPLATES.title,
          // Five at most: Slack refuses a message with more.
          actions: [
            button("Runbook", LINKS.runbook),
            button(TEMPLATES.dashboard, LINKS.dashboard),
            button("Logs", LINKS.logs),
            button(TEMPLATES.traces, LINKS.traces),
            button(TEMPLATES.silence, LINKS.silence),
          ],
        },
      ];
    case "msteams":
      return [
        "msteamsv2_configs",
        {
          webhook_url_file: secretFile(channel.webhook),
          ...resolved,
          title: TEMPLATES.title,
          text: TEMPLATES.teamsText,
        },
      ];
    case "pagerduty":
      return [
        "pagerduty_configs",
        {
          routing_key_file: secretFile(channel.routingKey),
          ...resolved,
          severity: PAGERDUTY_SEVERITY[priority],
          description: TEMPLATES.title,
          client: "Alertmanager",
          client_url: LINKS.alerts,
          group: "{{ .CommonLabels.system }}",
          class: TEMPLATES.names,
          details: {
            alerts: TEMPLATES.pagerDutyDetails,
            // Alertmanager's default details: all alerts again, however many, with cluster-internal
            // URLs.
            firing: "",
            resolved: "",
          },
          links: [
            { href: LINKS.runbook, text: "Runbook" },
            { href: LINKS.dashboard, text: TEMPLATES.dashboard },
            { href: LINKS.logs, text: "Logs" },
            { href: LINKS.traces, text: TEMPLATES.traces },
            { href: LINKS.silence, text: TEMPLATES.silence },
          ],
        },
      ];
    case "email":
      return [
        "email_configs",
        {
          to: channel.to.join(", "),
          ...resolved,
          headers: { Subject: TEMPLATES.title },
          html: TEMPLATES.emailHtml,
          text: TEMPLATES.emailText,
        },
      ];
    case "webhook":
      return [
        "webhook_configs",
        {
          url_file: secretFile(channel.url),
          ...resolved,
          ...(channel.token === undefined
            ? {}
            : {
                http_config: {
                  authorization: {
                    credentials_file: secretFile(channel.token),
                  },
                },
              }),
        },
      ];
    case "heartbeat":
      return [
        "webhook_configs",
        { url_file: secretFile(channel.url), send_resolved: false },
      ];
  }
}

const button = (text: string, url: string): Integration => ({
  type: "button",
  text,
  url,
});
