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

it("refuses what costs more than its budget", () => {
  const { environments, services, runbooksFolder } = organisation;
  expect(
    checkAll(
      environments,
      services.map((service) =>
        service.key === "codeverify"
          ? { ...service, seriesBudget: 1 }
          : service,
      ),
      { runbooks: listRunbooks(runbooksFolder), now: NOW },
    ).map(({ path, allowed }) => [path, allowed]),
  ).toEqual(
    environments.map(() => ["services/codeverify seriesBudget", "at most 1"]),
  );
});
