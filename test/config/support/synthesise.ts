import { join } from "node:path";
import { requirementEntries } from "../../../cli/coverage/requirement-entries";
import { environments } from "../../../config/environments";
import { synthesisOf } from "../../support/synthesise";
import { services } from "./declared";

/** Synthesises this organisation as it is; what is given instead changes it. */
export const synthesised = synthesisOf({
  name: "synthesised-declared",
  environments,
  services,
  requirements: requirementEntries(join(__dirname, "../../..")),
});
