import type { Priority } from "../model/alert";
import { everyAlert } from "../model/every-alert";
import { PRIORITIES } from "../model/notification-path";
import type { NotificationPath } from "../model/notification-path";
import { remembered } from "../model/remembered";
import type { Service } from "../model/service";

/**
 * Key of the monitoring's own system, whose team is notified of alerts that belong to nobody else.
 */
export const PLATFORM = "platform";

/** The monitoring's own system, if it is declared. */
export const platformOf = (services: readonly Service[]): Service | undefined =>
  services.find(({ key }) => key === PLATFORM);

/** A notification path of a system: that of a priority, or one of its named paths. */
export interface RoutePath {
  readonly priority: Priority;
  /** The named path that alerts carry. @default none */
  readonly path?: NotificationPath;
}

/** Every notification path of a system: one for each priority, then its named paths. */
export const routePathsIn = (
  service: Service,
  services: readonly Service[],
): readonly RoutePath[] =>
  PRIORITIES.flatMap((priority) => [
    { priority },
    ...pathsIn(service, services, priority).map((path) => ({ priority, path })),
  ]);

/**
 * Named paths that alerts of a priority may carry in a system: those of its own alerts, and of
 * alerts about any system.
 */
export function pathsIn(
  service: Service,
  services: readonly Service[],
  priority: Priority,
): readonly NotificationPath[] {
  const { aboutAny, bySystem } = carriedPaths(services);
  const carried = [...aboutAny, ...(bySystem.get(service.key) ?? [])]
    .filter((each) => each.priority === priority)
    .sort((a, b) => a.place - b.place);
  // Of two paths with one name the last counts.
  const byName = new Map(carried.map(({ path }) => [path.name, path]));
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, path]) => path);
}

/** A named path as one alert carries it. */
interface CarriedPath {
  /** Where the alert stands among those that carry any. */
  readonly place: number;
  readonly priority: Priority;
  readonly path: NotificationPath;
}

/**
 * All alerts with a path, indexed once: every system asks for each priority, and may carry only a
 * few.
 */
interface CarriedPaths {
  /** By alerts about any system, each once. */
  readonly aboutAny: readonly CarriedPath[];
  readonly bySystem: ReadonlyMap<string, readonly CarriedPath[]>;
}

const carriedPaths = remembered(
  (services: readonly Service[]): CarriedPaths => {
    const aboutAny = new Map<string, CarriedPath>();
    const bySystem = new Map<string, CarriedPath[]>();
    let place = 0;
    for (const service of services) {
      const ofSlos = service.slos.map(({ page, path }) => ({
        priority: page,
        path,
        system: undefined,
      }));
      for (const each of [...everyAlert(service), ...ofSlos]) {
        const { priority, path, system } = each;
        if (path === undefined) continue;
        const carried = { place, priority, path };
        place += 1;
        if (system?.kind === "from-series") {
          aboutAny.set(`${priority} ${path.name}`, carried);
        }
        const own = bySystem.get(service.key);
        if (own === undefined) bySystem.set(service.key, [carried]);
        else own.push(carried);
      }
    }
    return { aboutAny: [...aboutAny.values()], bySystem };
  },
);
