import type { Priority } from "../model/alert";
import type { Channel, ChannelRole } from "../model/channel";
import type { EnvironmentConfig } from "../model/environment";
import type { NotificationPolicy } from "../model/notification-path";
import type { Team } from "../model/team";

/** Who is notified in an environment, or why nobody is. */
export type Notified =
  | {
      readonly kind: "somebody";
      readonly channels: readonly Channel[];
      /** Roles that the notification policy asks for and for which the team has no channel. */
      readonly missing: readonly ChannelRole[];
    }
  | { readonly kind: "nobody"; readonly reason: string };

/**
 * Resolves a notification policy in an environment, which may disable roles and priorities and may
 * replace the team's chat with its own.
 */
export function notified(
  environment: EnvironmentConfig,
  team: Team,
  priority: Priority,
  policy: NotificationPolicy,
): Notified {
  const { notification } = environment;
  const wanted = notification.priorities[priority];
  if (wanted.kind === "off") return { kind: "nobody", reason: wanted.reason };
  const roles = policy.channels.filter((role) => isOn(environment, role));
  return {
    kind: "somebody",
    channels: roles.flatMap((role) => channelsOf(environment, team, role)),
    missing: roles.filter(
      (role) => channelsOf(environment, team, role).length === 0,
    ),
  };
}

/** The channels of a team's role in an environment. */
export function channelsOf(
  { notification }: EnvironmentConfig,
  team: Team,
  role: ChannelRole,
): readonly Channel[] {
  return role === "chat" && notification.chat.kind === "one"
    ? [notification.chat.channel]
    : (team.channels[role] ?? []);
}

const isOn = (
  { notification }: EnvironmentConfig,
  role: ChannelRole,
): boolean => role === "chat" || notification[role].kind === "on";
