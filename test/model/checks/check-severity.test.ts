import { checkService } from "../../../model/checks/check-service";
import type { Priority, Severity } from "../../../model/alert";
import { formatProblem } from "../../../model/problem";
import { withAlert } from "../../support/services";

const problems = (severity: Severity, priority: Priority): readonly string[] =>
  checkService(withAlert({ severity, priority }), {
    runbooks: new Set(["shop/errors"]),
  })
    .map(formatProblem)
    .filter((text) => text.includes("severity"));

it.each([
  ["critical", "P0"],
  ["critical", "P1"],
  ["warning", "P1"],
  ["warning", "P2"],
  ["warning", "P3"],
  ["info", "P3"],
] as const)("%s may be %s", (severity, priority) => {
  expect(problems(severity, priority)).toEqual([]);
});

it.each([
  ["critical", "P2", "P0, P1"],
  ["critical", "P3", "P0, P1"],
  ["warning", "P0", "P1, P2, P3"],
  ["info", "P0", "P3"],
  ["info", "P1", "P3"],
  ["info", "P2", "P3"],
] as const)("%s is not %s", (severity, priority, allowed) => {
  expect(problems(severity, priority)).toEqual([
    `services/shop alert "ShopErrors": severity ${severity} and priority ${priority} contradict each other: one says how bad it is, the other how soon a person must act; allowed: with ${severity}: ${allowed}; leave severity out to have that of the priority, or change one of them: docs/who-is-notified.md`,
  ]);
});
