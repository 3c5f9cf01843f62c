import { relative } from "node:path";
import * as v from "valibot";
import { readJsonFile } from "../../input/json";
import type { Tally } from "./tally";

/** A test, as jest reports it. */
export interface ReportedTest {
  /** Path of its file from the root. */
  readonly path: string;
  /** Titles that it lies under, and its own. */
  readonly name: string;
  readonly under: readonly string[];
  readonly status: "passed" | "failed" | "not run";
}

/** What jest found in some files. */
export interface JestReport {
  readonly tally: Tally;
  readonly tests: readonly ReportedTest[];
  /** Paths of the files in which nothing failed. */
  readonly passed: ReadonlySet<string>;
  /** Tests of each file in which every one ran and passed, by its path. */
  readonly sound: ReadonlyMap<string, number>;
}

const WRITTEN = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(
        v.object({
          status: v.string(),
          title: v.string(),
          ancestorTitles: v.array(v.string()),
        }),
      ),
    }),
  ),
  numRuntimeErrorTestSuites: v.number(),
});

type Written = v.InferOutput<typeof WRITTEN>;

/**
 * Reads what jest's `--json` wrote. A file of tests that could not even start counts as one
 * failure; a missing or broken report is a failure, never a pass.
 *
 * @param root of the paths
 */
export function readJestReport(file: string, root: string): JestReport {
  const written = readWritten(file);
  if (written === undefined) {
    return {
      tally: { passed: 0, failed: 1, skipped: 0 },
      tests: [],
      passed: new Set(),
      sound: new Map(),
    };
  }
  const suites = written.testResults.map((suite) => ({
    path: relative(root, suite.name).replaceAll("\\", "/"),
    passed: suite.status === "passed",
    tests: suite.assertionResults,
  }));
  const tests = suites.flatMap((suite) =>
    suite.tests.map(({ status, title, ancestorTitles }): ReportedTest => ({
      path: suite.path,
      name: [...ancestorTitles, title].join(" "),
      under: ancestorTitles,
      status: statusOf(status),
    })),
  );
  const count = (wanted: ReportedTest["status"]): number =>
    tests.filter(({ status }) => status === wanted).length;
  return {
    tally: {
      passed: count("passed"),
      failed: count("failed") + written.numRuntimeErrorTestSuites,
      skipped: count("not run"),
    },
    tests,
    passed: new Set(
      suites.filter(({ passed }) => passed).map(({ path }) => path),
    ),
    sound: new Map(
      suites
        .filter(
          ({ passed, tests: own }) =>
            passed && own.every(({ status }) => status === "passed"),
        )
        .map(({ path, tests: own }) => [path, own.length]),
    ),
  };
}

const statusOf = (status: string): ReportedTest["status"] =>
  status === "passed" || status === "failed" ? status : "not run";

function readWritten(file: string): Written | undefined {
  try {
    return readJsonFile(WRITTEN, file);
  } catch {
    return undefined;
  }
}
