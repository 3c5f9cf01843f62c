import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { judge } from "../judge";
import type { JudgeOptions } from "../judge";
import { declaredIncidents } from "./declared-incidents";
import { genericIncidents } from "./generic-incidents";
import type { Incident } from "./incident";
import { incidentFile } from "./incident-file";
import type { IncidentFile } from "./incident-file";
import { healthyEnvironment } from "./incident-world";
import { coursesOf, live } from "./lived";
import { evaluateAtRest } from "./rules-at-rest";
import type { Evaluated } from "./rules-at-rest";
import type { FailedIncident, LivedIncident } from "./lived";

/** What every incident of an environment came to. */
export interface IncidentResults {
  readonly lived: readonly LivedIncident[];
  /** In these a rule failed, or the engine did. */
  readonly failed: readonly FailedIncident[];
}

/** What can go wrong in any system, and what this one declares besides. */
export const incidentsOf = (service: Service): readonly Incident[] => [
  ...genericIncidents(service),
  ...declaredIncidents(service),
];

/** The worlds of all incidents of an environment's systems, or of those that are chosen. */
export function incidentFiles(
  services: readonly Service[],
  environment: EnvironmentConfig,
  chosen: (service: Service, incident: Incident) => boolean = () => true,
): readonly IncidentFile[] {
  const healthy = healthyEnvironment(services, environment);
  return services.flatMap((service) =>
    incidentsOf(service)
      .filter((incident) => chosen(service, incident))
      .map((incident) =>
        incidentFile(service, incident, services, environment, healthy),
      ),
  );
}

/** Programs beside promtool that incidents may need: each gives its path, built if it is not. */
export interface IncidentPrograms {
  readonly notifications: () => Promise<string>;
  readonly rulesAtRest: () => Promise<string>;
}

/**
 * Incidents from fault to phone: promtool computes the course of every alert, Alertmanager's own
 * code whom it notifies.
 *
 */
export async function runIncidents(
  files: readonly IncidentFile[],
  services: readonly Service[],
  environment: EnvironmentConfig,
  programs: IncidentPrograms,
  options: JudgeOptions,
): Promise<IncidentResults> {
  const evaluated = [
    ...(await evaluate(files.filter(isAwake), options)),
    ...(await evaluateAtRest(
      programs.rulesAtRest,
      files.filter((file) => !isAwake(file)),
    )),
  ];
  const byFile = new Map(evaluated.map((each) => [each.file, each]));
  const inOrder = files.flatMap((file) => byFile.get(file) ?? []);
  return {
    lived: await live(
      programs.notifications,
      services,
      environment,
      inOrder.flatMap((each) => ("courses" in each ? [each] : [])),
    ),
    failed: inOrder.flatMap((each) =>
      "failed" in each ? [{ file: each.file, failures: [each.failed] }] : [],
    ),
  };
}

const isAwake = ({ incident: { rest } }: IncidentFile): boolean =>
  rest === undefined;

/** Courses of alerts by promtool. */
async function evaluate(
  files: readonly IncidentFile[],
  options: JudgeOptions,
): Promise<readonly Evaluated[]> {
  const judgements = await judge(
    files.map(({ file }) => file),
    options,
  );
  return files.flatMap((file, place): readonly Evaluated[] => {
    const judgement = judgements[place];
    if (judgement === undefined) return [];
    const courses = coursesOf(judgement);
    return courses === undefined
      ? [
          {
            file,
            failed: judgement.failures.map(({ says }) => says).join("\n"),
          },
        ]
      : [{ file, courses }];
  });
}
