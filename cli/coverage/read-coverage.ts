import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Service } from "../../model/service";
import { addressesOf } from "./addresses";
import type { AddressKind } from "./addresses";
import { coverageOf } from "./coverage";
import type { Coverage, Places } from "./coverage";
import { readAsked } from "./read-asked";
import type { Asked } from "./read-asked";
import { readRequirements } from "./read-requirements";
import type { Requirements } from "./read-requirements";

/** What was asked, what there is, and what of the one meets the other. */
export interface ReadCoverage extends Requirements, Places {
  readonly addresses: ReadonlyMap<string, AddressKind>;
  readonly coverage: Coverage;
  readonly asked: Asked;
}

/**
 * Reads what was asked below a root and compares it with what is declared; nothing where there is
 * no folder of requirements.
 * @throws Error when a file of it has another form
 */
export function readCoverage(
  root: string,
  services: readonly Service[],
): ReadCoverage | undefined {
  const requirements = readRequirements(root);
  if (requirements === undefined) return undefined;
  const places = {
    addresses: addressesOf(services),
    exists: (path: string): boolean => existsSync(join(root, path)),
  };
  return {
    ...requirements,
    ...places,
    asked: readAsked(root),
    coverage: coverageOf(requirements.met, places),
  };
}
