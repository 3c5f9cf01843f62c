import { everyAlert } from "../every-alert";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { repeated } from "./names";

/** Checks that recurring tasks are complete and distinct, and that their alerts exist. */
export function checkRecurringTasks(service: Service): readonly Problem[] {
  const { key, recurringTasks = [] } = service;
  const pathOf = (task: string): string =>
    `services/${key} recurring task "${task}"`;
  const alerts = new Set(everyAlert(service).map(({ name }) => name));
  return [
    ...recurringTasks
      .filter(({ task, how }) => task.trim() === "" || how.trim() === "")
      .map(({ task }) => ({
        path: pathOf(task),
        message: "task and how must not be empty",
        next: "write what to do, and how",
      })),
    ...repeated(
      recurringTasks.map(({ cadence, task }) => `${cadence} ${task}`),
    ).map((twice) => ({
      path: pathOf(twice.replace(/^\S+ /, "")),
      message: "is listed twice",
      next: "delete one",
    })),
    ...recurringTasks.flatMap(({ task, alert }) =>
      alert === undefined || alerts.has(alert)
        ? []
        : [
            {
              path: pathOf(task),
              message: "names an alert that its system does not have",
              got: alert,
              next: "name one of its alerts, or omit it",
            },
          ],
    ),
  ];
}
