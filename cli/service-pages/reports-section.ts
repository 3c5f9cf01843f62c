import { CADENCES } from "../../model/recurring-task";
import { markdownTable } from "../../model/markdown-table";
import { inCell } from "./in-cell";
import type { ServicePageSources } from "./service-page";

/** Scheduled reports about the system, and its team's recurring tasks. */
export const reportsSection = ({
  service,
  services,
}: ServicePageSources): readonly string[] => {
  const sections = services
    .flatMap(({ reports = [] }) => reports)
    .filter(({ system }) => system === service.key);
  const { recurringTasks = [] } = service;
  return [
    "## Reports",
    "[Reports](../reports.md) says when they are sent and to whom.",
    sections.length === 0
      ? "No section is about it alone."
      : markdownTable(
          ["Section", "Report", "Meaning"],
          sections.map(({ title, reports, queries }) => [
            inCell(title),
            reports.join(", "),
            inCell(queries.map((query) => query.title).join("; ")),
          ]),
        ),
    "## Recurring tasks",
    recurringTasks.length === 0
      ? "None of its own; [those for every system](../operations/README.md) are the platform team's."
      : CADENCES.flatMap((cadence) => {
          const tasks = recurringTasks.filter(
            (task) => task.cadence === cadence,
          );
          return tasks.length === 0
            ? []
            : [
                `- [${cadence}](../operations/${cadence}.md): ${tasks.map(({ task }) => task).join("; ")}`,
              ];
        }).join("\n"),
  ];
};
