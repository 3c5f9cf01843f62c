import { readRequirements } from "./read-requirements";
import type { Requirement } from "./requirement";

/** A requirement with what meets it. */
export interface MetRequirement extends Requirement {
  /** Addresses, as the map has them: `shop alert ShopErrors`. Empty where nothing meets it. */
  readonly metBy: readonly string[];
}

/**
 * What was asked for and what meets it, for the catalogue of each environment.
 *
 * @param root folder that holds `config/requirements`
 * @returns `undefined` where there is no such folder: nothing was asked for by ID
 * @throws Error when a file of the requirements has another form
 */
export function requirementEntries(
  root: string,
): readonly MetRequirement[] | undefined {
  const requirements = readRequirements(root);
  if (requirements === undefined) return undefined;
  const addresses = new Map<string, readonly string[]>();
  for (const { id, address } of requirements.met) {
    addresses.set(id, [...(addresses.get(id) ?? []), address]);
  }
  return requirements.catalogue.map(({ id, origin, text }) => ({
    id,
    origin,
    text,
    metBy: addresses.get(id) ?? [],
  }));
}
