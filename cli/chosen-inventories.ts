import type { Inventory } from "../inventory/inventory";
import { readInventories } from "../inventory/read-inventory";

/**
 * What the synthesised environments run, or one of them. Where there is none of that name it says
 * which there are, the command ends with 2, and there is nothing to show.
 *
 * @param out folder that synth wrote
 */
export function chosenInventories(
  name: string | undefined,
  out: string,
): readonly Inventory[] | undefined {
  const inventories = readInventories(out);
  const chosen = inventories.filter(
    ({ environment }) => environment === (name ?? environment),
  );
  if (chosen.length > 0) return chosen;
  console.error(
    `there is no environment "${name ?? ""}" in ${out}; known: ${inventories.map(({ environment }) => environment).join(", ")}`,
  );
  process.exitCode = 2;
  return undefined;
}
