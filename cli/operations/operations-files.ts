import { CADENCES } from "../../model/duty";
import type { IncidentPolicy } from "../../model/incident-policy";
import type { Service } from "../../model/service";
import { dutyCalendar } from "./calendar";
import { newChecklist, withChecklist } from "./checklist";
import { withIncidentLevels } from "./incident-levels";

/** What the files are written from. */
export interface OperationsSources {
  readonly services: readonly Service[];
  readonly policy: IncidentPolicy;
  /** Address of the folder with the runbooks, beside which the checklists lie. */
  readonly runbooks: string;
}

/**
 * Every file that the declarations make, by its name.
 * @param read the file as it is, if it is there: what people wrote in it stays
 */
export const operationsFiles = (
  { services, policy, runbooks }: OperationsSources,
  read: (name: string) => string | undefined,
): ReadonlyMap<string, string> =>
  new Map([
    ...CADENCES.map((cadence) => {
      const name = `${cadence}.md`;
      return [
        name,
        withChecklist(read(name) ?? newChecklist(cadence), cadence, services),
      ] as const;
    }),
    ...services
      .filter(({ duties = [] }) => duties.length > 0)
      .map(
        (service) =>
          [
            `${service.key}.ics`,
            dutyCalendar(
              service,
              runbooks.replace(/runbooks\/?$/, "operations"),
            ),
          ] as const,
      ),
    [
      "incidents.md",
      withIncidentLevels(read("incidents.md") ?? "", policy, services),
    ],
  ]);
