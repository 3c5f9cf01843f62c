import { notificationsProgram } from "./notifications-program";
import { rulesAtRestProgram } from "./rules-at-rest-program";

/** The programs that incidents may need beside promtool, built when they are asked for. */
export const INCIDENT_PROGRAMS = {
  notifications: () => notificationsProgram(),
  rulesAtRest: () => rulesAtRestProgram(),
} as const;
