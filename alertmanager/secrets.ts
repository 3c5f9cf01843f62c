import type { Channel } from "../model/channel";
import { channelSecrets } from "../model/channel";
import type { EnvironmentConfig } from "../model/environment";
import { reachOf } from "../model/notification-path";
import { rememberedTogether } from "../model/remembered";
import type { Service } from "../model/service";
import type { SecretKey } from "../model/target";
import { waysIn } from "./paths-in-use";
import { unroutedChannels } from "./receivers";
import { told } from "./told";

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
        waysIn(service, services).flatMap((way) => {
          const result = told(
            environment,
            service.team,
            way.priority,
            reachOf(way, service),
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
