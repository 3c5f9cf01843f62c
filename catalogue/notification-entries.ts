import { routePathsIn } from "../alertmanager/paths-in-use";
import { receiverFor, unroutedChannels } from "../alertmanager/receivers";
import { notified } from "../alertmanager/notified";
import { channelName } from "../model/channel";
import type { Channel } from "../model/channel";
import type { EnvironmentConfig } from "../model/environment";
import { notificationPolicyOf } from "../model/notification-path";
import type { Service } from "../model/service";
import { byName } from "./by-name";
import type {
  ChannelEntry,
  NotificationEntry,
  ReceiverEntry,
  TeamEntry,
} from "./form";

const channelEntry = (channel: Channel): ChannelEntry => ({
  kind: channel.kind,
  name: channelName(channel),
});

/** Every team that answers for a system, by key. */
export function teamEntries(
  services: readonly Service[],
): readonly TeamEntry[] {
  const teams = new Map(services.map(({ team }) => [team.key, team]));
  return [...teams.values()]
    .map(({ key, owner, onCall, channels, escalation }) => ({
      key,
      owner,
      onCall,
      channels: Object.fromEntries(
        Object.entries({
          pager: channels.pager,
          chat: channels.chat,
          email: channels.email,
          escalation: channels.escalation,
        }).map(([role, own = []]) => [role, own.map(channelEntry)]),
      ),
      escalation,
      systems: services
        .filter(({ team }) => team.key === key)
        .map((service) => service.key)
        .sort(),
    }))
    .sort(byName(({ key }) => key));
}

/** What the environment decides for all systems. */
export function notificationEntry(
  environment: EnvironmentConfig,
  services: readonly Service[],
): NotificationEntry {
  const { notification, watches } = environment;
  const { pager, email, escalation, priorities } = notification;
  return {
    off: Object.fromEntries(
      Object.entries({ pager, email, escalation, ...priorities }).flatMap(
        ([what, wanted]) =>
          wanted.kind === "off" ? [[what, wanted.reason] as const] : [],
      ),
    ),
    timeZone: notification.timeZone,
    businessHours: notification.businessHours,
    maintenance: notification.maintenance,
    silences: notification.silences,
    unrouted: unroutedChannels(environment, services).map(channelEntry),
    secondPath: notification.secondPath.channels.map(channelEntry),
    heartbeatAfter: notification.heartbeat.after.toString(),
    watches:
      watches === undefined
        ? undefined
        : {
            environment: watches.environment,
            channels: watches.channels.map(channelEntry),
          },
  };
}

/** Who is notified in a system, for each priority and each of its named paths. */
export const receiverEntries = (
  environment: EnvironmentConfig,
  service: Service,
  services: readonly Service[],
): readonly ReceiverEntry[] =>
  routePathsIn(service, services).map((routePath) => {
    const { priority, path } = routePath;
    const policy = notificationPolicyOf(routePath, service);
    const result = notified(environment, service.team, priority, policy);
    return {
      receiver: receiverFor(environment, service.key, priority, path),
      priority,
      path: path?.name,
      channels:
        result.kind === "somebody" ? result.channels.map(channelEntry) : [],
      nobody: result.kind === "nobody" ? result.reason : undefined,
      acknowledge: policy.acknowledge?.toString(),
      response: policy.response.toString(),
      hours: policy.hours,
      notifiesResolved: policy.sendResolved ?? true,
    };
  });
