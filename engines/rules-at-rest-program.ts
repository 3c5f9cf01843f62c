import { join } from "node:path";
import { ENGINES } from "./engines";
import { goProgram } from "./go-program";
import { thisMachine } from "./machine";
import type { Machine } from "./machine";

/**
 * The path of the program that evaluates rules with Prometheus's own packages before and after it
 * was down (`rules-at-rest/` beside this file); promtool cannot rest.
 *
 * @throws Error when there is no Go, or with Go's last lines
 */
export const rulesAtRestProgram = (
  machine: Machine = thisMachine(),
): Promise<string> =>
  goProgram(
    {
      name: "rules-at-rest",
      source: join(__dirname, "rules-at-rest", "rules_at_rest_test.go"),
      engine: ENGINES.prometheus,
      what: "Prometheus's rules",
    },
    machine,
  );
