import type { Organisation } from "../../model/organisation";
import { platform } from "../../platform";
import { environment } from "./environment";
import { shop } from "./shop";
import { team } from "./team";

/** One team, one environment, one system. */
export const smallOrganisation: Organisation = {
  environments: [environment],
  services: [platform({ team }), shop],
  runbooksFolder: "examples/small-organisation/runbooks",
  // The pages about the platform and about SLOs, which come with the engine.
  moreRunbooks: ["docs/runbooks"],
};
