import type { Closure } from "../../cli/check/closure";
import type { Tree } from "../../cli/check/tree";

const TEST = /^test\/.*\.test\.ts$/;
/** Modules that tests share; importing one does not make a test depend on time. */
const LEANT_ON = /^(?:test|cli)\//;

/** Starts a process, opens a port, or uses a clock. */
const ON_TIME =
  /"node:(?:child_process|dgram|http|net|timers(?:\/promises)?|worker_threads)"|"smtp-server"|\bfindEngine\(|\bset(?:Timeout|Interval)\(|\b(?:Date|performance)\.now\(|\bnew Date\(\)/;

/** Files of tests whose verdict could depend on how busy a machine is, sorted. */
export const timeBound = (tree: Tree, closure: Closure): readonly string[] =>
  tree.paths.filter(
    (path) =>
      TEST.test(path) &&
      closure(path).some(
        (each) =>
          each.endsWith(".ts") &&
          LEANT_ON.test(each) &&
          // A test's timeout is not a use of the clock.
          ON_TIME.test(tree.text(each).replaceAll("jest.setTimeout(", "")),
      ),
  );
