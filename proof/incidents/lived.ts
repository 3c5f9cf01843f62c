import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import type { AlertmanagerConfig } from "../../alertmanager/alertmanager-form";
import { externalLabels } from "../../model/external-labels";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import type { Judgement } from "../judge";
import { coursesFrom } from "./course";
import type { AlertCourse } from "./course";
import { MINUTES } from "./incident";
import type { IncidentFile } from "./incident-file";
import { askNotifications } from "./notifications";
import type { Answer } from "./notifications";

/** An incident as people live it: when which alert fired, and who was notified of it. */
export interface LivedIncident {
  readonly file: IncidentFile;
  readonly courses: readonly AlertCourse[];
  readonly answer: Answer;
}

/** An incident in which a rule failed. */
export interface FailedIncident {
  readonly file: IncidentFile;
  /** What the engine says. */
  readonly failures: readonly string[];
}

/** Alerts of an incident, from what promtool says. */
export const coursesOf = ({
  failures,
}: Judgement): readonly AlertCourse[] | undefined =>
  coursesFrom(failures.map(({ says }) => says));

/** A working hour, in which every route is open. */
const WORKING_HOURS = new Date("2026-01-14T09:00:00Z");

/**
 * Sends the alerts of incidents through the environment's Alertmanager, each incident by itself.
 * @param program gives the path, of `notificationsProgram`
 */
export async function live(
  program: () => Promise<string>,
  services: readonly Service[],
  environment: EnvironmentConfig,
  incidents: readonly {
    readonly file: IncidentFile;
    readonly courses: readonly AlertCourse[];
  }[],
): Promise<readonly LivedIncident[]> {
  const external = externalLabels(environment);
  const config: AlertmanagerConfig = {
    ...alertmanagerConfig(environment, services),
    // Templates are the pods'; what a message says is tested elsewhere.
    templates: [],
  };
  const answers = await askNotifications(
    program,
    config,
    incidents.map(({ file, courses }) => ({
      name: file.file.name,
      start: WORKING_HOURS,
      minutes: MINUTES,
      alerts: courses
        .filter(({ firing }) => firing.length > 0)
        .map(({ labels, firing }) => ({
          labels: { ...external, ...labels },
          firing,
        })),
    })),
  );
  return incidents.flatMap((incident, place) => {
    const answer = answers[place];
    return answer === undefined ? [] : [{ ...incident, answer }];
  });
}
