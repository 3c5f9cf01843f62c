import * as v from "valibot";
import { readJsonFile } from "../../input/json";
import type { Tally } from "./parts";

const RESULTS = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  numRuntimeErrorTestSuites: v.number(),
});

/**
 * What jest counted, from the file of its `--json` report. A suite that could not even start counts as one failure.
 * A missing or broken report is a failure, never a pass.
 */
export function jestTally(reportPath: string): Tally {
  try {
    const results = readJsonFile(RESULTS, reportPath);
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
