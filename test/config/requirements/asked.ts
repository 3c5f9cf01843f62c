import { join } from "node:path";
import { readCoverage } from "../../../cli/coverage/read-coverage";
import { REQUIREMENTS_FOLDER } from "../../../cli/coverage/read-requirements";
import { services } from "../support/declared";

const read = readCoverage(join(__dirname, "../../.."), services);
if (read === undefined) throw new Error(`no ${REQUIREMENTS_FOLDER}`);

/** What was asked of this organisation, what there is, and what of the one meets the other. */
export const asked = read;

/** Requirements that something declared meets. */
export const idsAt = (address: string): readonly string[] =>
  asked.met.filter((line) => line.address === address).map(({ id }) => id);
