import type { EnvironmentConfig } from "./environment";

/**
 * An address of a system that each environment has its own of.
 * @throws Error when the environment does not have it, which a check says before
 */
export function systemUrl(
  { name, systemUrls }: Pick<EnvironmentConfig, "name" | "systemUrls">,
  system: string,
  url: string,
): string {
  const found = systemUrls?.[system]?.[url];
  if (found === undefined) {
    throw new Error(`${name} has no systemUrls.${system}.${url}`);
  }
  return found;
}
