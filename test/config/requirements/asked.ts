import { existsSync } from "node:fs";
import { join } from "node:path";
import { addressesOf } from "../../../cli/coverage/addresses";
import { coverageOf } from "../../../cli/coverage/coverage";
import {
  REQUIREMENTS_FOLDER,
  readRequirements,
} from "../../../cli/coverage/read-requirements";
import { services } from "../../support/declared";

const ROOT = join(__dirname, "../../..");

const read = readRequirements(ROOT);
if (read === undefined) throw new Error(`no ${REQUIREMENTS_FOLDER}`);

/** What was asked of this organisation, and what is said to meet it. */
export const requirements = read;

/** What is declared, and the files that there are. */
export const places = {
  addresses: addressesOf(services),
  exists: (path: string): boolean => existsSync(join(ROOT, path)),
};

/** What of it is met. */
export const coverage = coverageOf(requirements.met, places);

/** Requirements that something declared meets. */
export const idsAt = (address: string): readonly string[] =>
  requirements.met
    .filter((line) => line.address === address)
    .map(({ id }) => id);
