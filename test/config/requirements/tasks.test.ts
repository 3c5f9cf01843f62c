import { services } from "../support/declared";
import { idsAt } from "./asked";

it.each([
  ["CQVR-P5", ["daily", "weekly", "monthly"]],
  ["PROC-10", ["daily", "weekly", "monthly"]],
  ["CQVR-P6", ["quarterly"]],
])("has something to do at each interval that %s asks for", (id, cadences) => {
  const found = services.flatMap(({ key, recurringTasks = [] }) =>
    recurringTasks
      .filter(({ task }) => idsAt(`${key} task ${task}`).includes(id))
      .map(({ cadence }) => cadence),
  );
  expect([...new Set(found)]).toEqual(cadences);
});
