import { join } from "node:path";
import type { Inventory } from "../../inventory/inventory";
import type { InstalledRelease } from "./changes-of";

/**
 * Releases as they were synthesised, with the files of their values.
 *
 * @param namespace in which they are installed
 */
export const installedReleases = (
  inventories: readonly Inventory[],
  namespace: string,
): readonly InstalledRelease[] =>
  inventories.flatMap(({ environment, folder, releases }) =>
    releases.map(({ name, chart, version }) => ({
      environment,
      namespace,
      name,
      chart,
      version,
      values: join(folder, `files/values/${name}.json`),
    })),
  );
