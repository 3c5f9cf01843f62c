import { wholeService, wholeServices } from "../../../model/whole-service";
import { platform } from "../../../platform";
import { everySystemSections } from "../../../platform/every-system-sections";
import { operators } from "../operators";
import { depot as depotDeclaration } from "./depot";
import { kiosk as kioskDeclaration } from "./kiosk";
import { market as marketDeclaration } from "./market";

/** Everything that the synthetic organisation monitors, with its defaults, as readers get it. */
export const services = wholeServices([
  platform({ team: operators, reports: everySystemSections }),
  marketDeclaration,
  depotDeclaration,
  kioskDeclaration,
]);
export const market = wholeService(marketDeclaration);
export const depot = wholeService(depotDeclaration);
export const kiosk = wholeService(kioskDeclaration);
