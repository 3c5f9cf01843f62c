import { readFileSync } from "node:fs";
import { committedDigests } from "../../../cli/incident/golden-table";
import { incidentLine } from "../../../cli/incident/incident-line";
import {
  digestOf,
  digestOfDay,
  tableName,
} from "../../../cli/incident/incident-table";
import { judgeDays } from "../../../cli/incident/judged-days";
import { promtoolMemory } from "../../../cli/proof/promtool-memory";
import { environments } from "../../../config/environments";
import { incidentExceptions } from "../../../config/incident-exceptions";
import { findEngine } from "../../../engines/find-engine";
import { INCIDENT_PROGRAMS } from "../../../engines/incident-programs";

import { judgeIncidents } from "../../../proof/incidents/judgement";
import { quietDays } from "../../../proof/incidents/quiet-day";
import {
  incidentFiles,
  incidentsOf,
  runIncidents,
} from "../../../proof/incidents/run-incidents";
import { services } from "../support/declared";

/** All incidents of an environment, with nothing remembered. */
const LIMIT = 60 * 60 * 1000;

describe.each(
  environments.map((environment) => [environment.name, environment]),
)("incidents of %s", (name, environment) => {
  const files = incidentFiles(services, environment);
  const days = quietDays(services, environment);
  const committed = committedDigests(name);
  const table = readFileSync(`test/golden/incidents/${name}.txt`, "utf8")
    .trimEnd()
    .split("\n");

  it(
    "are those of the committed table; what changed since is judged anew",
    async () => {
      const changed = files.filter(
        (file) =>
          committed[tableName(file)] !== digestOf(file, services, environment),
      );
      const { lived, failed } = await runIncidents(
        changed,
        services,
        environment,
        INCIDENT_PROGRAMS,
        {
          promtool: await findEngine("promtool"),
          jobs: 2,
          memory: promtoolMemory(process.env),
        },
      );
      const judged = judgeIncidents(
        lived,
        services,
        environment,
        incidentExceptions,
      );
      expect({
        failed: failed.map(({ file, failures }) => [tableName(file), failures]),
        unexpected: judged.flatMap(({ file, differences }) =>
          differences.map((each) => `${tableName(file)}: ${each}`),
        ),
        // npm run incident -- --all --write takes them up.
        notInTheTable: judged
          .map(incidentLine)
          .filter((line) => !table.includes(line)),
      }).toEqual({ failed: [], unexpected: [], notInTheTable: [] });
    },
    LIMIT,
  );

  it(
    "leave a quiet day without an alert; what changed since the table is judged anew",
    async () => {
      const changed = days.filter(
        (day) => committed[day.file.name] !== digestOfDay(day),
      );
      const judged = await judgeDays(changed, {
        promtool: await findEngine("promtool"),
        jobs: 2,
        memory: promtoolMemory(process.env),
      });
      expect(
        judged.flatMap(({ day, failures }) =>
          failures.map((says) => `${day.file.name}: ${says}`),
        ),
      ).toEqual([]);
    },
    LIMIT,
  );

  it("are all in the table, and nothing else is", () => {
    const names = [
      ...files.map(tableName),
      ...days.map(({ file }) => file.name),
    ];
    expect(Object.keys(committed)).toEqual(names);
    expect(table.map((line) => line.slice(0, line.indexOf(":")))).toEqual(
      names,
    );
  });
});

it("has exceptions that name an incident each, with a reason, at most ten of a kind", () => {
  const known = services.flatMap((service) =>
    incidentsOf(service).map(({ kind, of }) => ({
      system: service.key,
      kind,
      of,
    })),
  );
  const kinds = new Map<string, number>();
  for (const { system, kind, of, reason } of incidentExceptions) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    expect(reason).toMatch(/\S.{20,}/u);
    expect(
      known.some(
        (each) =>
          each.system === system &&
          each.kind === kind &&
          (of === undefined || each.of === of),
      ),
    ).toBe(true);
  }
  expect([...kinds.values()].every((count) => count <= 10)).toBe(true);
});
