import { TIMINGS, timingOf } from "./timings";
import type { Priority } from "../model/alert";
import type { EnvironmentConfig } from "../model/environment";
import type { Silence } from "../model/mute";
import {
  PRIORITIES,
  isUrgent,
  notificationPolicyOf,
} from "../model/notification-path";
import type { Service } from "../model/service";
import type { RootRoute, Route } from "./alertmanager-form";
import { defaultGroupBy, incidentGroups } from "./incident-groups";
import type { IncidentGroup } from "./incident-groups";
import { matcher } from "./matchers";
import { chartAlertOwners } from "./chart-alert-owners";
import { pathsIn, platformOf } from "./paths-in-use";
import type { RoutePath } from "./paths-in-use";
import { BUSINESS_HOURS, maintenanceOf, silenceName } from "./time-intervals";
import { HEARTBEAT, NOBODY, UNROUTED, receiverFor } from "./receivers";

/**
 * The tree of routes: the heartbeat, then each system by priority and named path, then what the
 * charts bring.
 */
export const routeTree = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): RootRoute => ({
  receiver: UNROUTED,
  group_by: defaultGroupBy(services),
  ...timingOf(TIMINGS.otherwise),
  routes: [
    {
      matchers: [matcher("alertname", "=", "Watchdog")],
      receiver: HEARTBEAT,
      group_by: ["alertname"],
      ...timingOf(TIMINGS.heartbeat),
    },
    {
      matchers: [matcher("alertname", "=", "InfoInhibitor")],
      receiver: NOBODY,
    },
    ...services.map((service) => systemRoute(environment, service, services)),
    ...ownerRoutes(environment, services),
    ...chartRoutes(environment, services),
  ],
});

/**
 * A system's alerts. One without a known priority stays at the system's route and so shows as
 * unrouted.
 */
const systemRoute = (
  environment: EnvironmentConfig,
  service: Service,
  services: readonly Service[],
): Route => ({
  matchers: [matcher("system", "=", service.key)],
  receiver: UNROUTED,
  routes: PRIORITIES.map((priority) => {
    const byPath = pathsIn(service, services, priority).map((path) =>
      endOf(environment, service, services, { priority, path }),
    );
    const own = endOf(environment, service, services, { priority });
    const nested = [...byPath, ...(own.routes ?? [])];
    return { ...own, ...(nested.length === 0 ? {} : { routes: nested }) };
  }),
});

/** A route at which alerts end, with what narrows it: groups of their own, and silences. */
function endOf(
  environment: EnvironmentConfig,
  service: Service,
  services: readonly Service[],
  routePath: RoutePath,
): Route {
  const { priority, path } = routePath;
  const end = leaf(environment, service, routePath);
  const silenced = silenceRoutes(environment, service, priority, end);
  const groups = incidentGroups(service, services, routePath);
  const grouped = groups.flatMap(({ alerts }) => alerts);
  const nested = [
    ...groups.map((group) => {
      const own = { ...end, ...groupedBy(service, routePath, group) };
      const narrowed = silenceRoutes(environment, service, priority, own)
        .filter(({ alert }) => group.alerts.includes(alert))
        .map(({ route }) => route);
      return {
        matchers: group.matchers,
        ...own,
        ...(narrowed.length === 0 ? {} : { routes: narrowed }),
      };
    }),
    ...silenced
      .filter(({ alert }) => !grouped.includes(alert))
      .map(({ route }) => route),
  ];
  return {
    matchers: [
      path === undefined
        ? matcher("priority", "=", priority)
        : matcher("path", "=", path.name),
    ],
    ...end,
    ...(nested.length === 0 ? {} : { routes: nested }),
  };
}

/** Grouping of a group, and its times where the system has none of its own. */
const groupedBy = (
  service: Service,
  routePath: RoutePath,
  { groupBy, timing }: IncidentGroup,
): Pick<Route, "group_by" | "group_wait" | "group_interval"> => ({
  group_by: groupBy,
  ...(timing === "outage"
    ? timingOf({
        ...TIMINGS.outage,
        ...notificationPolicyOf(routePath, service).timing,
      })
    : {}),
});

/**
 * What a route does with the alerts that end at it. Mute time intervals are not inherited, so each
 * route states all of them.
 */
function leaf(
  environment: EnvironmentConfig,
  service: Service,
  routePath: RoutePath,
): Omit<Route, "matchers"> {
  const { priority, path } = routePath;
  const policy = notificationPolicyOf(routePath, service);
  return {
    receiver: receiverFor(environment, service.key, priority, path),
    ...timingOf({ ...TIMINGS[priority], ...policy.timing }),
    ...mutedIn(maintenanceOf(environment, service.key)),
    ...(policy.hours === "business"
      ? { active_time_intervals: [BUSINESS_HOURS] }
      : {}),
  };
}

const mutedIn = (
  names: readonly string[],
): Pick<Route, "mute_time_intervals"> =>
  names.length === 0 ? {} : { mute_time_intervals: names };

/**
 * Silences of a priority, each a child of the route that it narrows: the same receiver, muted
 * during the declared time only. Silences are repeated below each named path, where alerts with
 * that path end.
 */
const silenceRoutes = (
  environment: EnvironmentConfig,
  service: Service,
  priority: Priority,
  { mute_time_intervals = [], ...route }: Omit<Route, "matchers">,
): readonly { readonly alert: string; readonly route: Route }[] =>
  environment.notification.silences
    .filter((silence) => concerns(silence, service, priority))
    .map((silence) => ({
      alert: silence.alert,
      route: {
        ...route,
        matchers: [
          matcher("alertname", "=", silence.alert),
          ...Object.entries(silence.labels ?? {}).map(([label, value]) =>
            matcher(label, "=", value),
          ),
        ],
        ...mutedIn([...mute_time_intervals, silenceName(environment, silence)]),
      },
    }));

/**
 * Whether a silence may match alerts of a priority. Alerts about any system are declared elsewhere,
 * with their own priority.
 */
const concerns = (
  { system }: Silence,
  service: Service,
  priority: Priority,
): boolean => system === service.key && !isUrgent(priority);

/**
 * Alerts of the charts about a system's namespace notify its team too, and go on to the platform's.
 */
const ownerRoutes = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Route[] =>
  chartAlertOwners(services).flatMap(({ service, severity, priority }) => {
    const end = leaf(environment, service, { priority });
    return end.receiver === NOBODY
      ? []
      : [
          {
            matchers: [
              matcher("priority", "=", ""),
              matcher("namespace", "=", service.namespace),
              matcher("severity", "=", severity),
            ],
            ...end,
            continue: true,
          },
        ];
  });

/** Alerts that the charts ship carry a severity and no priority: they are the platform's. */
function chartRoutes(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Route[] {
  const platform = platformOf(services);
  const route = (severity: string, priority: Priority): Route => ({
    matchers: [
      matcher("priority", "=", ""),
      matcher("severity", "=", severity),
    ],
    ...(platform === undefined
      ? { receiver: UNROUTED }
      : leaf(environment, platform, { priority })),
  });
  return [
    route("critical", "P1"),
    route("warning", "P2"),
    {
      matchers: [
        matcher("priority", "=", ""),
        matcher("severity", "=~", "info|none"),
      ],
      receiver: NOBODY,
    },
  ];
}
