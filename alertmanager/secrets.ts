import type { Channel } from "../model/channel";
import { channelSecrets } from "../model/channel";
import type { EnvironmentConfig } from "../model/environment";
import { notificationPolicyOf } from "../model/notification-path";
import { rememberedTogether } from "../model/remembered";
import type { Service } from "../model/service";
import type { SecretKey } from "../model/target";
import { routePathsIn } from "./paths-in-use";
import { unroutedChannels } from "./receivers";
import { notified } from "./notified";

/** Every key of a Secret that Alertmanager's configuration reads as a file. */
export const routingSecrets = rememberedTogether(
  (
    environment: EnvironmentConfig,
    services: readonly Service[],
  ): readonly SecretKey[] => {
    const { notification, smtp } = environment;
    const channels: readonly Channel[] = [
      ...unroutedChannels(environment, services),
      notification.heartbeat,
      ...services.flatMap((service) =>
        routePathsIn(service, services).flatMap((routePath) => {
          const result = notified(
            environment,
            service.team,
            routePath.priority,
            notificationPolicyOf(routePath, service),
          );
          return result.kind === "somebody" ? result.channels : [];
        }),
      ),
    ];
    return [
      ...channels.flatMap(channelSecrets),
      ...(notification.email.kind === "on" ? [smtp.password] : []),
    ];
  },
);
