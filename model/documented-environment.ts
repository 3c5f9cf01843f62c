import type { EnvironmentConfig } from "./environment";

/**
 * The environment that pages for people are about: the first that is production, or the last one
 * where none is, since a change reaches it last.
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
