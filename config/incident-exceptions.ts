import type { IncidentException } from "../model/incident-exception";

/** What owners expect otherwise than the table of incidents says. */
export const incidentExceptions: readonly IncidentException[] = [];
