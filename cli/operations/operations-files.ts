import { CADENCES } from "../../model/recurring-task";
import type { IncidentPolicy } from "../../model/incident-policy";
import type { Service } from "../../model/service";
import { taskCalendar } from "./calendar";
import { newChecklist, withChecklist } from "./checklist";
import { withIncidentLevels } from "./incident-levels";

/** A file that the declarations make. */
export interface OperationsFile {
  readonly name: string;
  /** Its text, with what people wrote in it as it is. */
  readonly text: (current: string | undefined) => string;
}

/**
 * Checklists, calendars, and the page about levels of incidents.
 * @param policy where none is stated, there is no page about levels
 * @param address of the folder in which they lie
 */
export const operationsFiles = (
  services: readonly Service[],
  policy: IncidentPolicy | undefined,
  address: string,
): readonly OperationsFile[] => [
  ...CADENCES.map((cadence) => ({
    name: `${cadence}.md`,
    text: (current = newChecklist(cadence)) =>
      withChecklist(current, cadence, services),
  })),
  ...services
    .filter(({ recurringTasks = [] }) => recurringTasks.length > 0)
    .map((service) => ({
      name: `${service.key}.ics`,
      text: () => taskCalendar(service, address),
    })),
  ...(policy === undefined
    ? []
    : [
        {
          name: "incidents.md",
          text: (current = "") => withIncidentLevels(current, policy, services),
        },
      ]),
];
