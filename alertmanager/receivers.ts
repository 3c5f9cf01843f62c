import type { Priority } from "../model/alert";
import type { Channel } from "../model/channel";
import type { EnvironmentConfig } from "../model/environment";
import { notificationPolicyOf } from "../model/notification-path";
import type { NotificationPath } from "../model/notification-path";
import type { Service } from "../model/service";
import type { Receiver } from "./alertmanager-form";
import { receiver } from "./integrations";
import { platformOf, routePathsIn } from "./paths-in-use";
import { channelsOf, notified } from "./notified";

/** Receiver of alerts that are declared to notify nobody. */
export const NOBODY = "null";
/** Receiver of alerts that match no route. */
export const UNROUTED = "default";
/** Receiver of the heartbeat. */
export const HEARTBEAT = "heartbeat";

/** Name of the receiver of a priority of a system, or of one of its named paths. */
export const receiverName = (
  system: string,
  priority: Priority,
  path?: NotificationPath,
): string =>
  [
    system,
    priority.toLowerCase(),
    ...(path === undefined ? [] : [path.name]),
  ].join("-");

/**
 * The receiver that a route of an environment names: the priority's own, or `nobody` where the
 * environment disables it.
 */
export const receiverFor = (
  environment: EnvironmentConfig,
  system: string,
  priority: Priority,
  path?: NotificationPath,
): string =>
  environment.notification.priorities[priority].kind === "off"
    ? NOBODY
    : receiverName(system, priority, path);

/**
 * Every receiver of an environment. All secrets are read from files; only the receiver `nobody` has
 * no integration.
 */
export const receivers = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Receiver[] => [
  { name: NOBODY },
  receiver(UNROUTED, unroutedChannels(environment, services), {
    priority: "P3",
    sendResolved: true,
  }),
  receiver(HEARTBEAT, [environment.notification.heartbeat], {
    priority: "P0",
    sendResolved: false,
  }),
  ...services.flatMap((service) =>
    systemReceivers(environment, service, services),
  ),
];

/** Unrouted alerts are a task for the platform team, on the next business day. */
export function unroutedChannels(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Channel[] {
  const { notification } = environment;
  const platform = platformOf(services);
  return [
    notification.unrouted,
    ...(platform === undefined || notification.email.kind === "off"
      ? []
      : channelsOf(environment, platform.team, "email")),
  ];
}

const systemReceivers = (
  environment: EnvironmentConfig,
  service: Service,
  services: readonly Service[],
): readonly Receiver[] =>
  routePathsIn(service, services).flatMap((routePath) => {
    const { priority, path } = routePath;
    const policy = notificationPolicyOf(routePath, service);
    const result = notified(environment, service.team, priority, policy);
    return result.kind === "nobody"
      ? []
      : [
          receiver(receiverName(service.key, priority, path), result.channels, {
            priority,
            sendResolved: policy.sendResolved ?? true,
          }),
        ];
  });
