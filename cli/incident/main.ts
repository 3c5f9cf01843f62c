import { Command } from "commander";
import { availableParallelism } from "node:os";
import { findEngine } from "../../engines/find-engine";
import { INCIDENT_PROGRAMS } from "../../engines/incident-programs";
import type { EnvironmentConfig } from "../../model/environment";
import { incidentName } from "../../proof/incidents/incident";
import type { JudgedIncident } from "../../proof/incidents/judgement";
import { judgeIncidents } from "../../proof/incidents/judgement";
import { quietDays } from "../../proof/incidents/quiet-day";
import {
  incidentFiles,
  runIncidents,
} from "../../proof/incidents/run-incidents";
import type { JudgeOptions } from "../../proof/judge";
import { mistakesEndWithTwo } from "../arguments";
import { organisation } from "../organisation";
import { progressLine } from "../proof/progress-line";
import { promtoolMemory } from "../proof/promtool-memory";
import { runCommand } from "../run-command";
import { differencesFrom, writeTable } from "./golden-table";
import { incidentLine } from "./incident-line";
import { incidentTable } from "./incident-table";
import { dayLine, judgeDays } from "./judged-days";
import type { JudgedDay } from "./judged-days";
import { timeline } from "./timeline";

const { environments, services, incidentExceptions = [] } = organisation;

/** A day without a fault, beside the incidents. */
const QUIET_DAY = "quiet-day";

interface Options {
  readonly environment?: string;
  readonly all?: boolean;
  readonly production?: boolean;
  readonly json?: boolean;
  readonly check?: boolean;
  readonly write?: boolean;
  readonly cache: boolean;
}

/** Runs incidents of an environment; false if one is not as expected, or a rule fails. */
async function run(
  environment: EnvironmentConfig,
  system: string | undefined,
  kind: string | undefined,
  options: Options,
): Promise<boolean> {
  const files = incidentFiles(
    services,
    environment,
    (service, incident) =>
      (system === undefined || service.key === system) &&
      (kind === undefined || incidentName(incident).startsWith(kind)),
  );
  const days = quietDays(
    services,
    environment,
    (systems) =>
      (system === undefined || systems.some(({ key }) => key === system)) &&
      (kind === undefined || QUIET_DAY.startsWith(kind)),
  );
  if (files.length === 0 && days.length === 0) {
    console.error(nothingNamed(system));
    process.exitCode = 2;
    return true;
  }
  const judging: JudgeOptions = {
    promtool: await findEngine("promtool"),
    jobs: availableParallelism(),
    ...(options.cache ? { memory: promtoolMemory(process.env) } : {}),
  };
  const { lived, failed } = await runIncidents(
    files,
    services,
    environment,
    INCIDENT_PROGRAMS,
    {
      ...judging,
      onProgress: progressLine(`${environment.name}: incidents`),
    },
  );
  for (const { file, failures } of failed) {
    console.error(`${file.file.name}: ${failures.join("\n")}`);
  }
  const judged = judgeIncidents(
    lived,
    services,
    environment,
    incidentExceptions,
  );
  const judgedDays = await judgeDays(days, {
    ...judging,
    onProgress: progressLine(`${environment.name}: quiet days`),
  });
  print(judged, judgedDays, options);
  const table = incidentTable(judged, judgedDays, services, environment);
  if (options.write === true) writeTable(environment.name, table);
  const stale =
    options.check === true ? differencesFrom(environment.name, table) : [];
  for (const line of stale) console.error(line);
  return (
    failed.length === 0 &&
    stale.length === 0 &&
    judged.every(({ differences }) => differences.length === 0) &&
    judgedDays.every(({ failures }) => failures.length === 0)
  );
}

function print(
  judged: readonly JudgedIncident[],
  days: readonly JudgedDay[],
  options: Options,
): void {
  if (options.json === true) {
    console.log(
      JSON.stringify(
        [
          ...judged.map(
            ({ file, pages, notifiedAfter, differences, courses, answer }) => ({
              system: file.service.key,
              incident: incidentName(file.incident),
              about: file.incident.about,
              pages,
              notifiedAfter,
              differences,
              alerts: courses,
              notifications: answer.notifications,
              inhibited: answer.inhibited,
            }),
          ),
          ...days.map(({ day: { systems }, failures }) => ({
            system: systems.map(({ key }) => key).join(", "),
            incident: QUIET_DAY,
            differences: failures,
          })),
        ],
        null,
        2,
      ),
    );
    return;
  }
  if (options.all === true) {
    for (const each of judged) {
      console.log(incidentLine(each));
      for (const difference of each.differences) {
        console.log(`  not as expected: ${difference}`);
      }
    }
  } else if (judged.length > 0) {
    console.log(judged.map(timeline).join("\n\n"));
  }
  for (const each of days) {
    console.log(dayLine(each));
    for (const failure of each.failures) console.log(`  ${failure}`);
  }
}

const chosenEnvironments = ({
  environment,
  all = false,
  production = false,
}: Options): readonly EnvironmentConfig[] => {
  if (environment !== undefined) {
    return environments.filter(({ name }) => name === environment);
  }
  const reliedUpon = environments.filter(({ kind }) => kind === "production");
  if (all) return production ? reliedUpon : environments;
  return reliedUpon.slice(0, 1);
};

const nothingNamed = (system: string | undefined): string => {
  const known = services.map(({ key }) => key);
  return system !== undefined && !known.includes(system)
    ? `there is no system "${system}"; known: ${known.join(", ")}`
    : `no incident is called so; npm run incident -- --all lists them`;
};

const program = mistakesEndWithTwo(new Command("incident"))
  .description(
    "Lets something go wrong in an environment and shows whom it notifies, minute by minute: promtool computes every alert, Alertmanager's own code every message",
  )
  .argument("[system]", "key of the system in which it goes wrong")
  .argument("[incident]", "its name, or how it begins")
  .option(
    "--environment <name>",
    "one of them; when left out all with --all, else the first of production",
  )
  .option("--all", "every incident, in a line each")
  .option("--production", "with --all: only environments that people rely on")
  .option("--json", "for programs")
  .option("--check", "compare with the committed table")
  .option("--write", "write the committed table")
  .option("--no-cache", "ignore what promtool said before")
  .action(
    async (
      system: string | undefined,
      kind: string | undefined,
      options: Options,
    ) => {
      const chosen = chosenEnvironments(options);
      if (
        chosen.length === 0 ||
        (system === undefined && options.all !== true)
      ) {
        console.error(
          chosen.length === 0
            ? `there is no environment "${options.environment ?? ""}"; known: ${environments.map(({ name }) => name).join(", ")}`
            : "name a system and an incident, or --all",
        );
        process.exitCode = 2;
        return;
      }
      for (const environment of chosen) {
        if (!(await run(environment, system, kind, options))) {
          process.exitCode = 1;
        }
      }
    },
  );

runCommand(program);
