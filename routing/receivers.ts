import type { EnvironmentConfig } from "../model/environment";
import type { ServiceDeclaration } from "../model/service";

/** Receiver of what is declared to reach nobody. */
export const nullReceiver = "null";

/** Channel of alerts that no route knows. */
export const UNROUTED_CHANNEL = "#monitoring-unrouted";

/** Slack channel that a service's alerts go to in an environment. */
export const channelOf = (
  environment: EnvironmentConfig,
  own: `#${string}`,
): `#${string}` => environment.notification.slack.channel ?? own;

/** Name of a channel's key in the Slack Secret: the channel without `#`. */
export const channelKey = (channel: `#${string}`): string => channel.slice(1);

/** Every receiver of an environment; all secrets by file. */
export const receivers = (
  environment: EnvironmentConfig,
  services: readonly ServiceDeclaration[],
): readonly Readonly<Record<string, unknown>>[] => [
  { name: nullReceiver },
  {
    name: "unrouted",
    slack_configs: [slack(environment, UNROUTED_CHANNEL)],
  },
  {
    name: "heartbeat",
    webhook_configs: [
      {
        url_file: secretFile(environment.notification.heartbeat.url),
        send_resolved: false,
      },
    ],
  },
  ...services.flatMap((service) => serviceReceivers(environment, service)),
];

function serviceReceivers(
  environment: EnvironmentConfig,
  service: ServiceDeclaration,
) {
  const slackConfigs = [slack(environment, service.slackChannel)];
  const { pager } = environment.notification;
  const pagerConfigs =
    pager.kind === "on"
      ? {
          pagerduty_configs: [
            {
              routing_key_file: secretFile({
                secret: pager.secret,
                key: service.key,
              }),
              severity: "critical",
              description: "{{ .CommonAnnotations.summary }}",
            },
          ],
        }
      : {};
  return [
    { name: service.key, slack_configs: slackConfigs },
    {
      name: `${service.key}-p0`,
      slack_configs: slackConfigs,
      ...pagerConfigs,
    },
  ];
}

function slack(environment: EnvironmentConfig, own: `#${string}`) {
  const channel = channelOf(environment, own);
  return {
    api_url_file: secretFile({
      secret: environment.notification.slack.secret,
      key: channelKey(channel),
    }),
    channel,
    send_resolved: true,
    title:
      "[{{ .Status | toUpper }}] {{ .GroupLabels.alertname }} ({{ .GroupLabels.system }}, {{ .GroupLabels.environment }})",
    text: "{{ range .Alerts }}{{ .Annotations.description }}\n<{{ .Annotations.runbook_url }}|Runbook> · <{{ .Annotations.dashboard_url }}|Dashboard>\n{{ end }}",
  };
}

const secretFile = (reference: { secret: string; key: string }): string =>
  `/etc/alertmanager/secrets/${reference.secret}/${reference.key}`;
