import type {
  AlertmanagerConfig,
  Route,
} from "../../../alertmanager/alertmanager-form";
import { INTEGRATIONS } from "../../../alertmanager/alertmanager-form";

/** A configuration with one mistake, and what it is. */
export interface TreeMutant {
  readonly name: string;
  readonly config: AlertmanagerConfig;
}

type Path = readonly number[];

/**
 * Every mutant of a configuration: a matcher dropped, two routes swapped, a receiver emptied, a
 * route muted or lost.
 */
export function treeMutants(config: AlertmanagerConfig): readonly TreeMutant[] {
  const routes = withPaths(config.route.routes);
  const replacing = (
    name: string,
    path: Path,
    change: (route: Route) => readonly Route[],
  ): TreeMutant => ({
    name,
    config: {
      ...config,
      route: {
        ...config.route,
        routes: replaced(config.route.routes, path, change),
      },
    },
  });
  return [
    ...routes.flatMap(({ path, route }) => [
      ...route.matchers.map((matcher) =>
        replacing(`${nameOf(route)} without ${matcher}`, path, (own) => [
          { ...own, matchers: own.matchers.filter((each) => each !== matcher) },
        ]),
      ),
      replacing(`${nameOf(route)} lost`, path, () => []),
      replacing(`${nameOf(route)} active in business hours`, path, (own) => [
        { ...own, active_time_intervals: ["business-hours"] },
      ]),
      replacing(`${nameOf(route)} muted`, path, (own) => [
        { ...own, mute_time_intervals: ["business-hours"] },
      ]),
    ]),
    ...swaps(routes).map(([a, b]) => ({
      name: `${nameOf(a.route)} and ${nameOf(b.route)} swapped`,
      config: {
        ...config,
        route: {
          ...config.route,
          routes: replaced(
            replaced(config.route.routes, a.path, (own) => [
              { ...own, receiver: b.route.receiver },
            ]),
            b.path,
            (own) => [{ ...own, receiver: a.route.receiver }],
          ),
        },
      },
    })),
    ...config.receivers.flatMap((receiver) =>
      INTEGRATIONS.filter((list) => receiver[list] !== undefined).map(
        (list) => ({
          name: `receiver ${receiver.name} without ${list}`,
          config: {
            ...config,
            receivers: config.receivers.map((each) =>
              each === receiver ? { ...each, [list]: [] } : each,
            ),
          },
        }),
      ),
    ),
  ];
}

const nameOf = (route: Route): string =>
  `${route.matchers.join(" ")} → ${route.receiver}`;

const withPaths = (
  routes: readonly Route[],
  above: Path = [],
): readonly { readonly path: Path; readonly route: Route }[] =>
  routes.flatMap((route, index) => [
    { path: [...above, index], route },
    ...withPaths(route.routes ?? [], [...above, index]),
  ]);

/** Each route with the next one that has another receiver. */
const swaps = (routes: ReturnType<typeof withPaths>) =>
  routes.flatMap((a, index) => {
    const b = routes
      .slice(index + 1)
      .find(({ route }) => route.receiver !== a.route.receiver);
    return b === undefined ? [] : [[a, b] as const];
  });

function replaced(
  routes: readonly Route[],
  [first = -1, ...rest]: Path,
  change: (route: Route) => readonly Route[],
): readonly Route[] {
  return routes.flatMap((route, index) =>
    index !== first
      ? [route]
      : rest.length === 0
        ? change(route)
        : [{ ...route, routes: replaced(route.routes ?? [], rest, change) }],
  );
}
