import { CADENCES } from "../../model/recurring-task";
import type { Cadence, RecurringTask } from "../../model/recurring-task";
import type { Service } from "../../model/service";
import { CADENCE_DATES } from "./cadence-dates";
import { contentLines, textValue } from "./icalendar";
import type { ContentLine } from "./icalendar";

/**
 * The recurring tasks of a system as a calendar to subscribe to or import: one event for each
 * cadence.
 * @param checklists address of the folder with the checklists, without a slash at its end
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export const taskCalendar = (service: Service, checklists: string): string =>
  contentLines([
    ["BEGIN", "VCALENDAR"],
    ["VERSION", "2.0"],
    ["PRODID", "-//monitoring-stack//tasks//EN"],
    ["CALSCALE", "GREGORIAN"],
    ["X-WR-CALNAME", textValue(`${service.displayName}: recurring tasks`)],
    ...CADENCES.flatMap((cadence) => {
      const recurringTasks = (service.recurringTasks ?? []).filter(
        (task) => task.cadence === cadence,
      );
      return recurringTasks.length === 0
        ? []
        : event(service, cadence, recurringTasks, checklists);
    }),
    ["END", "VCALENDAR"],
  ]);

function event(
  { key, displayName, team, document }: Service,
  cadence: Cadence,
  recurringTasks: readonly RecurringTask[],
  checklists: string,
): readonly ContentLine[] {
  const { rule, first, at, minutes } = CADENCE_DATES[cadence];
  const checklist = `${checklists}/${cadence}.md`;
  return [
    ["BEGIN", "VEVENT"],
    // The same event in every version of the file, so that a calendar changes it instead of adding
    // one.
    ["UID", `${cadence}.${key}@monitoring-stack`],
    // Time stamp of the event. Not the current time, which would change the file in every run.
    ["DTSTAMP", `${compact(document?.since ?? first)}T000000Z`],
    ["DTSTART", `${compact(first)}T${at.replace(":", "")}00`],
    ["DURATION", `PT${String(minutes)}M`],
    ["RRULE", rule],
    ["SUMMARY", textValue(`${displayName}: ${cadence} tasks`)],
    [
      "DESCRIPTION",
      textValue(
        [
          ...recurringTasks.map(
            ({ task, how }) => `[ ] ${task}: ${plain(how)}`,
          ),
          checklist,
        ].join("\n"),
      ),
    ],
    ["URL", checklist],
    ["CATEGORIES", textValue(team.key)],
    ["TRANSP", "TRANSPARENT"],
    ["END", "VEVENT"],
  ];
}

const compact = (day: string): string => day.replaceAll("-", "");

/** A calendar shows text as it stands. */
const plain = (text: string): string => text.replaceAll("`", "");
