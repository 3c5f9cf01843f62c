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

/**
 * Incidents from fault to phone: promtool computes the course of every alert, Alertmanager's own
 * code whom it notifies.
 *
 * @param program of `notificationsProgram`
 */
export async function runIncidents(
  files: readonly IncidentFile[],
  services: readonly Service[],
  environment: EnvironmentConfig,
  program: string,
  options: JudgeOptions,
): Promise<IncidentResults> {
  const judgements = await judge(
    files.map(({ file }) => file),
    options,
  );
  const failed: FailedIncident[] = [];
  const computed = files.flatMap((file, place) => {
    const judgement = judgements[place];
    if (judgement === undefined) return [];
    const courses = coursesOf(judgement);
    if (courses !== undefined) return [{ file, courses }];
    failed.push({ file, failures: judgement.failures.map(({ says }) => says) });
    return [];
  });
  return {
    lived: await live(program, services, environment, computed),
    failed,
  };
}
