import type { Channel } from "../model/channel";
import { channelSecrets } from "../model/channel";
import type { EnvironmentConfig } from "../model/environment";
import { PRIORITIES, matrixOf } from "../model/notification-path";
import type { ServiceDeclaration } from "../model/service";
import type { SecretKey } from "../model/target";
import { pathsIn } from "./paths-in-use";
import { unroutedChannels } from "./receivers";
import { told } from "./told";

/** Every key of a Secret that Alertmanager's configuration reads as a file. */
export function routingSecrets(
  environment: EnvironmentConfig,
  services: readonly ServiceDeclaration[],
): readonly SecretKey[] {
  const { notification, smtp } = environment;
  const channels: readonly Channel[] = [
    ...unroutedChannels(environment, services),
    notification.heartbeat,
    ...services.flatMap((service) =>
      PRIORITIES.flatMap((priority) =>
        [
          matrixOf(service)[priority],
          ...pathsIn(service, services, priority),
        ].flatMap((reach) => {
          const result = told(environment, service.team, priority, reach);
          return result.kind === "somebody" ? result.channels : [];
        }),
      ),
    ),
  ];
  return [
    ...channels.flatMap(channelSecrets),
    ...(notification.email.kind === "on" ? [smtp.password] : []),
  ];
}
