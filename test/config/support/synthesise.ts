import { environments } from "../../../config/environments";
import { synthesisOf } from "../../support/synthesise";
import { services } from "./declared";

/** Synthesises this organisation as it is; what is given instead changes it. */
export const synthesised = synthesisOf({
  name: "synthesised-declared",
  environments,
  services,
});
