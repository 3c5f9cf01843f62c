import type { EnvironmentConfig } from "./environment";

/**
 * The environment that another one probes from outside; `undefined` if it probes none.
 * @throws Error when the name is unknown
 */
export function watchedEnvironment(
  { name, watches }: EnvironmentConfig,
  environments: readonly EnvironmentConfig[],
): EnvironmentConfig | undefined {
  if (watches === undefined) return undefined;
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
