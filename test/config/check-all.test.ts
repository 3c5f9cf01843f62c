import { checkAll } from "../../checks/check-all";
import { listRunbooks } from "../../checks/list-runbooks";
import { organisation } from "../../config/organisation";
import { formatProblem } from "../../model/problem";

/** Nothing that is declared for a time is over then. */
const NOW = new Date("2026-11-01T00:00:00Z");

it("finds nothing in what this organisation declares", () => {
  const { environments, services, runbooksFolder } = organisation;
  expect(
    checkAll(environments, services, {
      runbooks: listRunbooks(runbooksFolder),
      now: NOW,
    }).map(formatProblem),
  ).toEqual([]);
});
