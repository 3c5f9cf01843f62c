import type { EnvironmentConfig } from "../../model/environment";
import { PRIORITIES } from "../../model/notification-path";
import type { Service } from "../../model/service";
import {
  pathsIn,
  platformOf,
  routePathsIn,
} from "../../alertmanager/paths-in-use";
import type { RoutePath } from "../../alertmanager/paths-in-use";

/** One path through the routes that is tried with a test alert of its own. */
export interface Trial extends RoutePath {
  readonly service: Service;
}

/** What a person asked to try, as it was typed. */
export interface Choice {
  readonly environment?: string;
  readonly system?: string;
  readonly priority?: string;
  readonly path?: string;
  /** Every system, priority and path. @default false */
  readonly all?: boolean;
}

/** The requested test alerts, or why they are impossible and what is allowed. */
export type Chosen =
  | {
      readonly kind: "chosen";
      readonly environment: EnvironmentConfig;
      readonly trials: readonly Trial[];
    }
  | { readonly kind: "refused"; readonly reason: string };

/** Finds what was asked for among what is declared. */
export function chosenTrials(
  choice: Choice,
  environments: readonly EnvironmentConfig[],
  services: readonly Service[],
): Chosen {
  const environment = environments.find(
    ({ name }) => name === choice.environment,
  );
  if (environment === undefined) {
    return refused(
      "--environment",
      choice.environment,
      environments.map(({ name }) => name),
    );
  }
  if (choice.all === true) {
    return choice.system === undefined &&
      choice.priority === undefined &&
      choice.path === undefined
      ? {
          kind: "chosen",
          environment,
          trials: [
            ...allTrials(services),
            ...unroutedTrials(environment, services),
          ],
        }
      : {
          kind: "refused",
          reason:
            "--all tries every system, priority and path: leave out --system, --priority and --path",
        };
  }
  const service = services.find(({ key }) => key === choice.system);
  if (service === undefined) {
    return refused(
      "--system",
      choice.system,
      services.map(({ key }) => key),
    );
  }
  const priority = PRIORITIES.find((each) => each === choice.priority);
  if (priority === undefined) {
    return refused("--priority", choice.priority, PRIORITIES);
  }
  if (choice.path === undefined) {
    return { kind: "chosen", environment, trials: [{ service, priority }] };
  }
  const paths = pathsIn(service, services, priority);
  const path = paths.find(({ name }) => name === choice.path);
  return path === undefined
    ? refused(
        `--path of a ${priority} of ${service.key}`,
        choice.path,
        paths.map(({ name }) => name),
      )
    : { kind: "chosen", environment, trials: [{ service, priority, path }] };
}

/** Every path to a receiver of a system, so that each receiver is tried. */
const allTrials = (services: readonly Service[]): readonly Trial[] =>
  services.flatMap((service) =>
    routePathsIn(service, services).map((routePath) => ({
      service,
      ...routePath,
    })),
  );

/** A test alert without a system, so that the receiver of unrouted alerts is tried as well. */
const unroutedTrials = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Trial[] => {
  const platform = platformOf(services);
  if (platform === undefined) return [];
  const { email = [] } = platform.team.channels;
  return [
    {
      service: {
        ...platform,
        key: "declared-nowhere",
        priorities: {},
        team: {
          ...platform.team,
          channels: { chat: [environment.notification.unrouted], email },
        },
      },
      // Chat and e-mail, which every environment has.
      priority: "P1",
    },
  ];
};

const refused = (
  option: string,
  given: string | undefined,
  allowed: readonly string[],
): Chosen => ({
  kind: "refused",
  reason: `${option} ${given === undefined ? "is missing" : `cannot be "${given}"`}; allowed: ${allowed.join(", ") || "none, leave it out"}`,
});

/** A trial as a person calls it: `shop P1`, `shop P1 chat-and-email`. */
export const trialName = ({ service, priority, path }: Trial): string =>
  [service.key, priority, ...(path === undefined ? [] : [path.name])].join(" ");
