import type { EnvironmentConfig } from "./environment";

/**
 * The environment that another one looks at from outside.
 * @throws Error when it is none of them
 */
export function watchedEnvironment(
  { name, watches }: EnvironmentConfig,
  environments: readonly EnvironmentConfig[],
): EnvironmentConfig {
  const watched = environments.find(
    (environment) => environment.name === watches.environment,
  );
  if (watched === undefined) {
    throw new Error(
      `${name} watches ${watches.environment}, known: ${environments.map((known) => known.name).join(", ")}`,
    );
  }
  return watched;
}
