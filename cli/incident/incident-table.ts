import { createHash } from "node:crypto";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { rememberedTogether } from "../../model/remembered";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import type { IncidentFile } from "../../proof/incidents/incident-file";
import type { JudgedIncident } from "../../proof/incidents/judgement";
import type { QuietDay } from "../../proof/incidents/quiet-day";
import type { TestFile } from "../../proof/test-file";
import { incidentLine } from "./incident-line";
import { dayLine } from "./judged-days";
import type { JudgedDay } from "./judged-days";

/** The lines of an environment's incidents, and the digest of what each was judged from. */
export interface IncidentTable {
  readonly lines: readonly string[];
  readonly digests: Readonly<Record<string, string>>;
}

/** Name of an incident in the table. */
export const tableName = ({ file }: IncidentFile): string => file.name;

/** What the course and the notifications of an incident depend on. */
export const digestOf = (
  { file }: IncidentFile,
  services: readonly Service[],
  environment: EnvironmentConfig,
): string =>
  shortDigest(rulesAndWorld(file), configText(environment, services));

const rulesAndWorld = ({
  rules,
  groups,
  evaluationInterval,
}: TestFile): string => JSON.stringify([rules, groups, evaluationInterval]);

const shortDigest = (...texts: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("hex").slice(0, 16);
};

const configText = rememberedTogether(
  (environment: EnvironmentConfig, services: readonly Service[]): string =>
    JSON.stringify(alertmanagerConfig(environment, services)),
);

/** What a quiet day depends on: nobody is notified of it. */
export const digestOfDay = ({ file }: QuietDay): string =>
  shortDigest(rulesAndWorld(file));

/** The table of incidents and quiet days that were judged. */
export const incidentTable = (
  judged: readonly JudgedIncident[],
  days: readonly JudgedDay[],
  services: readonly Service[],
  environment: EnvironmentConfig,
): IncidentTable => ({
  lines: [...judged.map(incidentLine), ...days.map(dayLine)],
  digests: Object.fromEntries<string>([
    ...judged.map(
      ({ file }) =>
        [tableName(file), digestOf(file, services, environment)] as const,
    ),
    ...days.map(({ day }) => [day.file.name, digestOfDay(day)] as const),
  ]),
});
