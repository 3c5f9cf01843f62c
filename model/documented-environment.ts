import type { EnvironmentConfig } from "./environment";

/**
 * The environment that generated documents describe: the first production environment, or the last
 * environment if there is none.
 * @throws Error when there is none
 */
export function documentedEnvironment(
  environments: readonly EnvironmentConfig[],
): EnvironmentConfig {
  const found =
    environments.find(({ kind }) => kind === "production") ??
    environments.at(-1);
  if (found === undefined) throw new Error("there is no environment");
  return found;
}
