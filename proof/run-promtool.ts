import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RuleGroup } from "../prometheus/rules/rule-group";
import { readJunit } from "./junit";
import type { JunitSuite } from "./junit";
import type { TestFile } from "./test-file";

/** Output of an engine, and whether it succeeded. */
export interface Verdict {
  readonly agreed: boolean;
  /** Combined output. */
  readonly output: string;
}

/**
 * Result of a promtool run: a suite for each test file, in order, or the reason why there is none.
 */
export type TestRun =
  | { readonly kind: "judged"; readonly suites: readonly JunitSuite[] }
  | { readonly kind: "failed"; readonly output: string };

/** Checks with promtool whether Prometheus would load these groups. */
export const checkRules = (
  promtool: string,
  groups: readonly RuleGroup[],
  timeLimitMilliseconds = 120_000,
): Promise<Verdict> =>
  inFolder(async (folder) => {
    const rules = await writeJson(folder, "rules.json", { groups });
    return run(
      promtool,
      ["check", "rules", "--lint=all", "--lint-fatal", rules],
      timeLimitMilliseconds,
    );
  });

/**
 * Runs test files in one promtool process, in sequence.
 * @param timeLimitMilliseconds after which the process is ended
 */
export const runTestFiles = (
  promtool: string,
  files: readonly TestFile[],
  timeLimitMilliseconds: number,
): Promise<TestRun> =>
  inFolder(async (folder) => {
    const report = join(folder, "report.xml");
    const tests: string[] = [];
    for (const [index, file] of files.entries()) {
      tests.push(await writeTestFile(folder, String(index), file));
    }
    const verdict = await run(
      promtool,
      ["test", "rules", `--junit=${report}`, ...tests],
      timeLimitMilliseconds,
    );
    const suites = readJunit(await readFile(report, "utf8").catch(() => ""));
    return suites.length === files.length
      ? { kind: "judged", suites }
      : {
          kind: "failed",
          output: verdict.output === "" ? "no output" : verdict.output,
        };
  });

async function writeTestFile(
  folder: string,
  name: string,
  file: TestFile,
): Promise<string> {
  const rules = await writeJson(folder, `${name}-rules.json`, {
    groups: [{ name: "rules", rules: file.rules }],
  });
  return writeJson(folder, `${name}-test.json`, {
    rule_files: [rules],
    evaluation_interval: file.evaluationInterval,
    // Sums of binary fractions differ in the last digit.
    fuzzy_compare: true,
    tests: file.groups,
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "monitoring-stack-proof-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeJson(
  folder: string,
  name: string,
  content: unknown,
): Promise<string> {
  const path = join(folder, name);
  // JSON is valid YAML, which promtool reads.
  await writeFile(path, JSON.stringify(content));
  return path;
}

const run = (
  engine: string,
  args: readonly string[],
  timeLimitMilliseconds: number,
): Promise<Verdict> =>
  new Promise((resolve) => {
    execFile(
      engine,
      args,
      { timeout: timeLimitMilliseconds, maxBuffer: 64 * 1024 ** 2 },
      (error, stdout, stderr) => {
        const why =
          error === null || typeof error.code === "number"
            ? ""
            : error.killed === true
              ? `\nended after ${String(timeLimitMilliseconds / 1000)} s`
              : `\n${error.message}`;
        resolve({
          agreed: error === null,
          output: `${stdout}${stderr}${why}`.trim(),
        });
      },
    );
  });
