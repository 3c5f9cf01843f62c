import type { PeopleChannel } from "../channel";
import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { PLATFORM_PROBES } from "../watched-target";
import { checkChannel } from "./check-team";

/** Maximum number of channels of one contact point: each needs a setting in Grafana. */
export const MOST_CHANNELS = 6;

/** Checks the channels of the second path, and of the alerts about the watched environment. */
export function checkSecondPath(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] {
  const path = `environments/${environment.name}`;
  const { notification, watches } = environment;
  return [
    ...checkChannels(
      `${path} notification.secondPath.channels`,
      notification.secondPath.channels,
    ),
    ...(watches === undefined
      ? []
      : checkChannels(`${path} watches.channels`, watches.channels)),
    ...(watches?.environment === environment.name
      ? [
          {
            path: `${path} watches.environment`,
            message: "an environment cannot report its own outage",
            got: watches.environment,
            next: "name another one, or omit watches",
          },
        ]
      : []),
    ...services
      .filter(
        ({ key, publicHealth }) =>
          publicHealth.kind === "url" && Object.hasOwn(PLATFORM_PROBES, key),
      )
      .map(({ key }) => ({
        path: `services/${key}`,
        message: "is also the name of a watched component of the platform",
        got: key,
        next: "rename it, or declare no public health endpoint",
      })),
  ];
}

/** An environment must watch one that exists. */
export const checkWatches = (
  environments: readonly EnvironmentConfig[],
): readonly Problem[] => {
  const names = environments.map(({ name }) => name);
  return environments.flatMap(({ name, watches }) => {
    if (watches === undefined || names.includes(watches.environment)) return [];
    const others = names.filter((other) => other !== name);
    return [
      {
        path: `environments/${name} watches.environment`,
        message: "no such environment",
        got: watches.environment,
        ...(others.length === 0 ? {} : { allowed: others.join(", ") }),
        next:
          others.length === 0
            ? "omit watches: there is no other environment"
            : "name one of them, or omit watches",
      },
    ];
  });
};

function checkChannels(
  path: string,
  channels: readonly PeopleChannel[],
): readonly Problem[] {
  if (channels.length === 0) {
    return [
      {
        path,
        message: "nobody is notified",
        next: "name a channel: it is the only one left when Alertmanager cannot notify",
      },
    ];
  }
  return [
    ...(channels.length > MOST_CHANNELS
      ? [
          {
            path,
            message: "has too many channels",
            got: String(channels.length),
            allowed: `${String(MOST_CHANNELS)} at most`,
            next: "choose those that wake people",
          },
        ]
      : []),
    ...channels.flatMap((channel) => checkChannel(path, channel)),
  ];
}
