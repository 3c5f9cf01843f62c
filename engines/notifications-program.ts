import { join } from "node:path";
import { ENGINES } from "./engines";
import { goProgram } from "./go-program";
import { thisMachine } from "./machine";
import type { Machine } from "./machine";

/**
 * The path of the program that runs Alertmanager's own notification pipeline under a false clock
 * (`notifications/` beside this file).
 *
 * @throws Error when there is no Go, or with Go's last lines
 * @see https://pkg.go.dev/testing/synctest
 */
export const notificationsProgram = (
  machine: Machine = thisMachine(),
): Promise<string> =>
  goProgram(
    {
      name: "notifications",
      source: join(__dirname, "notifications", "notifications_test.go"),
      engine: ENGINES.alertmanager,
      what: "Alertmanager's notification pipeline",
    },
    machine,
  );
