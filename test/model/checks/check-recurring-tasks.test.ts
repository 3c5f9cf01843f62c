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

it("finds nothing in good ones, nor where there are none", () => {
  expect(check(good, { ...good, cadence: "monthly" })).toEqual([]);
  expect(checkRecurringTasks(goodService)).toEqual([]);
});

it("finds one that does not say how", () => {
  expect(check({ ...good, how: " " })).toEqual([
    'services/shop duty "Count the orders": task and how must not be empty; say what is to be done, and how',
  ]);
});

it("finds one that stands twice in a list", () => {
  expect(check(good, { ...good, how: "By machine." })).toEqual([
    'services/shop duty "Count the orders": stands twice in one list; delete one',
  ]);
});

it("finds an alert that there is not", () => {
  expect(check({ ...good, alert: "ShopSilent" })).toEqual([
    'services/shop duty "Count the orders": names an alert that its system does not have, got ShopSilent; name one of its alerts, or none',
  ]);
});
