import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RuleGroup } from "../prometheus/rules/rule-group";
import { readJunit } from "./junit";
import type { JunitSuite } from "./junit";
import { inFolder, runEngine, writeJson } from "./run-engine";
import type { Verdict } from "./run-engine";
import type { TestFile } from "./test-file";

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
    return runEngine(
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
    const verdict = await runEngine(
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
