import type { PeopleChannel } from "../channel";
import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { PLATFORM_PROBES } from "../watched-target";
import { checkChannel } from "./check-team";

/** Channels of one contact point at most: Grafana is told of each place that holds none. */
export const MOST_CHANNELS = 6;

/** Who is told when the first path cannot, and of the environment that is watched. */
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
            message: "an environment that is gone cannot say so",
            got: watches.environment,
            next: "name another one, or leave watches out",
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
        message: "is called like a part of the platform that is watched",
        got: key,
        next: "rename it, or show no public health",
      })),
  ];
}

/** Whoever watches an environment watches one that there is. */
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
            ? "leave watches out: there is no other environment"
            : "name one of them, or leave watches out",
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
        message: "nobody is told",
        next: "name a channel: this is what remains when all else is silent",
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
            next: "choose those that are heard at night",
          },
        ]
      : []),
    ...channels.flatMap((channel) => checkChannel(path, channel)),
  ];
}
