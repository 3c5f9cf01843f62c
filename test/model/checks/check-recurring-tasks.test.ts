import { checkRecurringTasks } from "../../../model/checks/check-recurring-tasks";
import type { RecurringTask } from "../../../model/recurring-task";
import { formatProblem } from "../../../model/problem";
import { goodService } from "../../support/services";

const good: RecurringTask = {
  cadence: "weekly",
  task: "Count the orders",
  how: "By hand.",
  alert: "ShopErrors",
};

const check = (
  ...recurringTasks: readonly RecurringTask[]
): readonly string[] =>
  checkRecurringTasks({ ...goodService, recurringTasks }).map(formatProblem);

it("finds nothing in valid tasks, or without tasks", () => {
  expect(check(good, { ...good, cadence: "monthly" })).toEqual([]);
  expect(checkRecurringTasks(goodService)).toEqual([]);
});

it("finds a task without instructions", () => {
  expect(check({ ...good, how: " " })).toEqual([
    'services/shop recurring task "Count the orders": task and how must not be empty; write what to do, and how',
  ]);
});

it("finds a task that is listed twice", () => {
  expect(check(good, { ...good, how: "By machine." })).toEqual([
    'services/shop recurring task "Count the orders": is listed twice; delete one',
  ]);
});

it("finds an alert that does not exist", () => {
  expect(check({ ...good, alert: "ShopSilent" })).toEqual([
    'services/shop recurring task "Count the orders": names an alert that its system does not have, got ShopSilent; name one of its alerts, or omit it',
  ]);
});
