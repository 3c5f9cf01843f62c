import type { PeopleChannel } from "../../model/channel";
import { channelSecrets } from "../../model/channel";
import type { EnvironmentConfig } from "../../model/environment";
import { MOST_CHANNELS } from "../../model/checks/check-second-path";
import type { SecretKey } from "../../model/target";
import { SECOND_PATH, WATCHED_ENVIRONMENT } from "./contact-point-names";

/** A contact point receiver of Grafana. */
export interface GrafanaReceiver {
  /** Grafana identifies a receiver by it: the same uid is updated, a new uid is added. */
  readonly uid: string;
  readonly type: "slack" | "teams" | "pagerduty" | "email" | "webhook";
  readonly settings: Readonly<Record<string, string>>;
}

/** Receivers that are notified together. */
export interface GrafanaContactPoint {
  readonly orgId: number;
  readonly name: string;
  readonly receivers: readonly GrafanaReceiver[];
}

/**
 * What Grafana reads of its contact points when it starts.
 * @see
 *   https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/file-provisioning/
 */
export interface ContactPointsFile {
  readonly apiVersion: 1;
  readonly contactPoints: readonly GrafanaContactPoint[];
  readonly deleteContactPoints: readonly {
    readonly orgId: number;
    readonly uid: string;
  }[];
}

/** The only organisation of Grafana. */
const ORGANISATION = 1;

/** Folder in Grafana's pods below which each Secret has a folder of its own. */
const SECRETS_FOLDER = "/etc/secrets";

/** Folder in which Grafana finds the keys of a Secret. */
export const secretFolder = (secret: string): string =>
  `${SECRETS_FOLDER}/${secret}`;

/**
 * The contact points of an environment; what is secret stays in files that Grafana reads when it
 * starts.
 */
export function contactPointsFile(
  environment: EnvironmentConfig,
): ContactPointsFile {
  const channels = channelsByName(environment);
  return {
    apiVersion: 1,
    contactPoints: Object.entries(channels).map(([name, own]) => ({
      orgId: ORGANISATION,
      name,
      receivers: own.map((channel, index) => ({
        uid: receiverUid(name, index),
        ...receiverOf(channel),
      })),
    })),
    // Grafana keeps a receiver after its file drops it, so a person who left would still be
    // notified.
    deleteContactPoints: Object.entries(channels).flatMap(([name, own]) =>
      Array.from(
        { length: Math.max(0, MOST_CHANNELS - own.length) },
        (_, index) => ({
          orgId: ORGANISATION,
          uid: receiverUid(name, own.length + index),
        }),
      ),
    ),
  };
}

/** Every key of a Secret that Grafana's contact points read, each once. */
export function contactPointSecrets(
  environment: EnvironmentConfig,
): readonly SecretKey[] {
  const keys = Object.values(channelsByName(environment))
    .flat()
    .flatMap(channelSecrets);
  return [
    ...new Map(keys.map((key) => [`${key.secret}/${key.key}`, key])).values(),
  ];
}

const channelsByName = ({
  notification,
  watches,
}: EnvironmentConfig): Readonly<Record<string, readonly PeopleChannel[]>> => ({
  [SECOND_PATH]: notification.secondPath.channels,
  ...(watches === undefined ? {} : { [WATCHED_ENVIRONMENT]: watches.channels }),
});

/** By position, so that a new channel at the same position replaces the old one. */
const receiverUid = (contactPoint: string, index: number): string =>
  `${contactPoint}-${String(index + 1)}`;

/** A channel as a receiver of Grafana. */
export function receiverOf(
  channel: PeopleChannel,
): Pick<GrafanaReceiver, "type" | "settings"> {
  switch (channel.kind) {
    case "slack":
      // The webhook is bound to its channel, so none is named.
      return { type: "slack", settings: { url: fileOf(channel.webhook) } };
    case "msteams":
      return { type: "teams", settings: { url: fileOf(channel.webhook) } };
    case "pagerduty":
      return {
        type: "pagerduty",
        settings: {
          integrationKey: fileOf(channel.routingKey),
          severity: "critical",
        },
      };
    case "email":
      return { type: "email", settings: { addresses: channel.to.join(";") } };
    case "webhook":
      return {
        type: "webhook",
        settings: {
          url: fileOf(channel.url),
          ...(channel.token === undefined
            ? {}
            : {
                authorization_scheme: "Bearer",
                authorization_credentials: fileOf(channel.token),
              }),
        },
      };
  }
}

/** Grafana substitutes the content of the file. */
const fileOf = ({ secret, key }: SecretKey): string =>
  `$__file{${secretFolder(secret)}/${key}}`;
