import type { Organisation } from "../model/organisation";
import { platform } from "../platform";
import { everySystemSections } from "../platform/every-system-sections";
import { addedPages } from "./added-pages";
import { environments } from "./environments";
import { incidentExceptions } from "./incident-exceptions";
import { incidentPolicy } from "./policy/incident-policy";
import { systems } from "./services";
import { codequalSections } from "./services/codequal/reports";
import { cqvrSections } from "./services/cqvr/reports";
import { platformTeam } from "./teams/platform";

/** Everything that is monitored: the monitoring itself, and every system. */
export const services = [
  platform({
    team: platformTeam,
    reports: [...cqvrSections, ...everySystemSections, ...codequalSections],
  }),
  ...systems,
];

/** This organisation, as `main.ts` and the commands are given it. */
export const organisation: Organisation = {
  environments,
  services,
  runbooksFolder: "docs/runbooks",
  incidentPolicy,
  incidentExceptions,
  addedPages,
};
