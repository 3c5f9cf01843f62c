import type { Inventory, StoreCostEntry } from "../../inventory/inventory";
import { count, percentOf, size } from "./amounts";

/** What an environment costs, in a few lines. */
export const costLines = ({
  environment,
  cost,
}: Pick<Inventory, "environment" | "cost">): readonly string[] => [
  `${count(cost.typical)} series in each Prometheus, ${percentOf(cost.typical, cost.budget)} of its budget; at most ${count(cost.atMost)}`,
  `${count(cost.samplesPerSecond)} samples written in a second, ${count(cost.samplesReadPerSecond)} read by rules`,
  storeLine("metrics", cost.stores.metrics),
  storeLine("logs", cost.stores.logs),
  storeLine("traces", cost.stores.traces),
  `npm run cost -- --environment ${environment} lists it`,
];

/** What a store keeps. What nobody declares is unknown, and not nothing. */
export function storeLine(
  what: string,
  { bytesPerDay, kept, retention, volume, unknown }: StoreCostEntry,
): string {
  if (unknown.length > 0 && bytesPerDay === 0) {
    return `${what}: unknown, no system says how much it sends`;
  }
  const filled =
    volume === undefined
      ? ""
      : `; ${percentOf(volume.needed, volume.usable)} of ${volume.path}`;
  const others =
    unknown.length === 0
      ? ""
      : `; unknown of ${count(unknown.length)} ${unknown.length === 1 ? "system" : "systems"}: ${unknown.join(", ")}`;
  return `${what}: ${size(bytesPerDay)} a day, ${size(kept)} in ${retention}${filled}${others}`;
}
