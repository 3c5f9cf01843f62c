import type { Priority } from "../model/alert";
import { everyAlert } from "../model/every-alert";
import { PRIORITIES } from "../model/notification-path";
import type { NotificationPath } from "../model/notification-path";
import type { ServiceDeclaration } from "../model/service";

/** Key of the system that the monitoring itself is, whose people hear what belongs to nobody else. */
export const PLATFORM = "platform";

/** The system that the monitoring itself is, where it is among those declared. */
export const platformOf = (
  services: readonly ServiceDeclaration[],
): ServiceDeclaration | undefined =>
  services.find(({ key }) => key === PLATFORM);

/** A way to the people of a system: that of a priority, or of one of its named paths. */
export interface Way {
  readonly priority: Priority;
  /** The named path that alerts carry. @default none */
  readonly path?: NotificationPath;
}

/** Every way to the people of a system: of each priority its own, then its named paths. */
export const waysIn = (
  service: ServiceDeclaration,
  services: readonly ServiceDeclaration[],
): readonly Way[] =>
  PRIORITIES.flatMap((priority) => [
    { priority },
    ...pathsIn(service, services, priority).map((path) => ({ priority, path })),
  ]);

/** Named paths that alerts of a priority may carry in a system: those of its own alerts, and of alerts about any system. */
export function pathsIn(
  service: ServiceDeclaration,
  services: readonly ServiceDeclaration[],
  priority: Priority,
): readonly NotificationPath[] {
  const alerts = services.flatMap((other) =>
    everyAlert(other).filter(
      (alert) =>
        alert.priority === priority &&
        (other.key === service.key || alert.system?.kind === "from-series"),
    ),
  );
  const byName = new Map(
    alerts.flatMap(({ path }) =>
      path === undefined ? [] : [[path.name, path] as const],
    ),
  );
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, path]) => path);
}
