import type { EnvironmentConfig } from "./environment";

/**
 * The image that runs the collection jobs of a system.
 * @throws Error when the environment names none; a check reports that first
 */
export function collectionImage(
  {
    name,
    collectionImages,
  }: Pick<EnvironmentConfig, "name" | "collectionImages">,
  system: string,
): string {
  const found = collectionImages?.[system];
  if (found === undefined) {
    throw new Error(`${name} has no collectionImages.${system}`);
  }
  return found;
}
