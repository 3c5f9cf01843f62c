import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RuleGroup } from "../rules/rule-group";
import type { PromtoolTest } from "./promtool-test";

/** What an engine said, and whether it agreed. */
export interface Verdict {
  readonly agreed: boolean;
  /** Everything it printed. */
  readonly output: string;
}

const TIME_LIMIT_MILLISECONDS = 120_000;

/** Asks promtool whether it would load these groups. */
export const checkRules = (
  promtool: string,
  groups: readonly RuleGroup[],
): Promise<Verdict> =>
  inFolder(async (folder) => {
    const rules = await writeJson(folder, "rules.json", { groups });
    return run(promtool, [
      "check",
      "rules",
      "--lint=all",
      "--lint-fatal",
      rules,
    ]);
  });

/** Asks promtool to judge the tests against these groups, which are evaluated in the order given. */
export const testRules = (
  promtool: string,
  groups: readonly RuleGroup[],
  tests: readonly PromtoolTest[],
): Promise<Verdict> =>
  inFolder(async (folder) => {
    const rules = await writeJson(folder, "rules.json", { groups });
    const test = await writeJson(folder, "test.json", {
      rule_files: [rules],
      evaluation_interval: "1m",
      group_eval_order: groups.map(({ name }) => name),
      tests,
    });
    return run(promtool, ["test", "rules", test]);
  });

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
  // JSON is YAML, which is what promtool reads.
  await writeFile(path, JSON.stringify(content));
  return path;
}

const run = (engine: string, args: readonly string[]): Promise<Verdict> =>
  new Promise((resolve) => {
    execFile(
      engine,
      args,
      { timeout: TIME_LIMIT_MILLISECONDS, maxBuffer: 16 * 1024 ** 2 },
      (error, stdout, stderr) => {
        const limit =
          error?.killed === true
            ? `\nended after ${String(TIME_LIMIT_MILLISECONDS / 1000)} s`
            : "";
        resolve({
          agreed: error === null,
          output: `${stdout}${stderr}${limit}`.trim(),
        });
      },
    );
  });
