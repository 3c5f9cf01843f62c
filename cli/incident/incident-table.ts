import { createHash } from "node:crypto";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { rememberedTogether } from "../../model/remembered";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { incidentName } from "../../proof/incidents/incident";
import type { IncidentFile } from "../../proof/incidents/incident-file";
import type { JudgedIncident } from "../../proof/incidents/judgement";
import { incidentLine } from "./incident-line";

/** The lines of an environment's incidents, and the digest of what each was judged from. */
export interface IncidentTable {
  readonly lines: readonly string[];
  readonly digests: Readonly<Record<string, string>>;
}

/** Name of an incident in the table. */
export const tableName = ({ service, incident }: IncidentFile): string =>
  `${service.key} ${incidentName(incident)}`;

/** What the course and the notifications of an incident depend on. */
export const digestOf = (
  { file }: IncidentFile,
  services: readonly Service[],
  environment: EnvironmentConfig,
): string =>
  createHash("sha256")
    .update(JSON.stringify([file.rules, file.groups, file.evaluationInterval]))
    .update(configText(environment, services))
    .digest("hex")
    .slice(0, 16);

const configText = rememberedTogether(
  (environment: EnvironmentConfig, services: readonly Service[]): string =>
    JSON.stringify(alertmanagerConfig(environment, services)),
);

/** The table of incidents that were judged. */
export const incidentTable = (
  judged: readonly JudgedIncident[],
  services: readonly Service[],
  environment: EnvironmentConfig,
): IncidentTable => ({
  lines: judged.map(incidentLine),
  digests: Object.fromEntries(
    judged.map(({ file }) => [
      tableName(file),
      digestOf(file, services, environment),
    ]),
  ),
});
