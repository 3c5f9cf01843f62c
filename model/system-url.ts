import type { EnvironmentConfig } from "./environment";

/**
 * An address of a system that differs between environments.
 * @throws Error when the environment does not have it; a check reports that first
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
