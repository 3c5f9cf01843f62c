import type { Cadence, RecurringTask } from "../../model/recurring-task";
import type { Service } from "../../model/service";
import { NOT_YET_WRITTEN, withWritten } from "../written-part";
import { CADENCE_DATES } from "./cadence-dates";

/** A checklist without anything written yet. */
export const newChecklist = (cadence: Cadence): string =>
  `# ${cadence.slice(0, 1).toUpperCase()}${cadence.slice(1)} tasks\n\n${NOT_YET_WRITTEN}\n`;

/**
 * The checklist of a cadence, system by system. @throws Error when the page has no place for it.
 */
export const withChecklist = (
  page: string,
  cadence: Cadence,
  services: readonly Service[],
): string =>
  withWritten(
    page,
    [
      `For ${CADENCE_DATES[cadence].when}. Copy the part of your system into a ticket, and tick there.`,
      ...services.flatMap((service) => part(service, cadence)),
    ].join("\n\n"),
  );

function part(service: Service, cadence: Cadence): readonly string[] {
  const recurringTasks = (service.recurringTasks ?? []).filter(
    (task) => task.cadence === cadence,
  );
  return recurringTasks.length === 0
    ? []
    : [
        `## ${service.displayName}`,
        `${service.team.owner}; in the calendar [${service.key}.ics](${service.key}.ics).`,
        recurringTasks.map(item).join("\n"),
      ];
}

/** One item to tick: what, how, links, and the alert that fires if it was skipped. */
const item = ({ task, how, page, alert }: RecurringTask): string =>
  [
    `- [ ] **${task}.** ${how}`,
    ...(page === undefined
      ? []
      : [`More: [${page.replace(/#.*/, "")}](../${page}).`]),
    ...(alert === undefined ? [] : [`If skipped, \`${alert}\` fires.`]),
  ].join(" ");
