import { thisMachine } from "./machine";
import type { Machine } from "./machine";
import { notificationsProgram } from "./notifications-program";
import { rulesAtRestProgram } from "./rules-at-rest-program";

/** The programs that incidents need beside promtool, built where they are not yet there. */
export const incidentPrograms = async (
  machine: Machine = thisMachine(),
): Promise<{
  readonly notifications: string;
  readonly rulesAtRest: string;
}> => ({
  notifications: await notificationsProgram(machine),
  rulesAtRest: await rulesAtRestProgram(machine),
});
