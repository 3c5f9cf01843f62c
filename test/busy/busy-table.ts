import type { JestReport } from "../../cli/check/jest-report";
import { markdownTable } from "../../model/markdown-table";

/** Results of a test file beside busy loops. */
export interface BusyFile {
  readonly path: string;
  readonly runs: number;
  /** Runs in which it did not pass. */
  readonly failed: number;
  /** Names of the tests that failed in any of them, sorted. */
  readonly tests: readonly string[];
}

/**
 * Counts the results of each file over several runs; a file missing from a report counts as failed.
 */
export const busyFiles = (
  paths: readonly string[],
  reports: readonly JestReport[],
): readonly BusyFile[] =>
  paths.map((path) => {
    const failed = reports.filter(({ passed }) => !passed.has(path));
    const names = failed.flatMap(({ tests }) =>
      tests
        .filter((test) => test.path === path && test.status === "failed")
        .map(({ name }) => name),
    );
    return {
      path,
      runs: reports.length,
      failed: failed.length,
      tests: [...new Set(names)].sort(),
    };
  });

/** The files as a table, those that failed most often first. */
export const busyTable = (files: readonly BusyFile[]): string =>
  markdownTable(
    ["file", "failed", "which tests"],
    [...files]
      .sort((a, b) => b.failed - a.failed)
      .map(({ path, runs, failed, tests }) => [
        path,
        `${String(failed)} of ${String(runs)}`,
        tests.join("; "),
      ]),
  );
