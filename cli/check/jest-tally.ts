import { readFileSync } from "node:fs";
import type { Tally } from "./parts";

interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * What jest counted, from the file of its `--json` report. A suite that could not even start counts as one failure.
 * A missing or broken report is a failure, never a pass.
 */
export function jestTally(reportPath: string): Tally {
  try {
    const results = JSON.parse(readFileSync(reportPath, "utf8")) as JestResults;
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
