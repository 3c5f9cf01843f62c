import type { EnvironmentConfig } from "./environment";

/**
 * The environment that pages for people are about: production where there is one of that name, otherwise the last one.
 * @throws Error when there is none
 */
export function documentedEnvironment(
  environments: readonly EnvironmentConfig[],
): EnvironmentConfig {
  const found =
    environments.find(({ name }) => name === "production") ??
    environments.at(-1);
  if (found === undefined) throw new Error("there is no environment");
  return found;
}
