import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { ReportedTest } from "./jest-report";
import { runJest } from "./run-jest";
import { partLine } from "./run-part";
import { remembering } from "./session";
import type { Session } from "./session";
import { skippedLine, skipsOf } from "./skips";
import { sum } from "./tally";
import type { Tally } from "./tally";
import { rememberable, testPlan } from "./test-plan";
import { hashOf } from "./tree";

/** Counts of the tests, and remarks about those that did not run. */
export interface Tested {
  readonly tally: Tally;
  readonly tests: readonly ReportedTest[];
}

/** Runs of tests: one that computes, and one beside it that waits. */
export interface TestRuns {
  readonly compute: () => Promise<Tested>;
  readonly wait: () => Promise<Tested>;
}

/**
 * Hash of the input of the delivery tests and their engine.
 * @returns undefined where it cannot be rendered: the tests say why
 */
function renderedForDelivery({ variables }: Session): string | undefined {
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--import", "tsx", "test/config/delivery/rendered.ts"],
    { env: variables, encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  return status === 0 ? hashOf([stdout]) : undefined;
}

/** Plans the tests; patterns choose among them. */
export function testRuns(
  session: Session,
  patterns: readonly RegExp[],
): TestRuns {
  const { waiting, computing } = testPlan(session.begin.tree.paths, patterns);
  const run =
    (name: string, files: readonly string[], waits: boolean) =>
    async (): Promise<Tested> => {
      const rendered = waits ? renderedForDelivery(session) : undefined;
      const { toJudge, remembered, keep } = remembering(
        session,
        name,
        files,
        ({ tree, closure, keys }) =>
          rememberable(tree, closure, keys, rendered),
      );
      const known: Tally = {
        passed: [...remembered.values()].reduce((all, one) => all + one, 0),
        failed: 0,
        skipped: 0,
      };
      if (remembered.size > 0) {
        console.log(
          partLine(
            true,
            `${name} of ${String(remembered.size)} files`,
            `${String(known.passed)} remembered`,
          ),
        );
      }
      if (toJudge.length === 0) return { tally: known, tests: [] };
      const started = performance.now();
      const { tally, tests, sound } = await runJest({
        paths: toJudge,
        variables: session.variables,
        cache: join(session.folder, "jest"),
        says: waits ? "at the end" : "at once",
      });
      keep(sound);
      const seconds = (performance.now() - started) / 1000;
      console.log(
        partLine(
          tally.failed === 0,
          `${name} of ${String(toJudge.length)} files`,
          `${String(tally.passed)} passed, ${seconds.toFixed(1)} s`,
        ),
      );
      return { tally: sum([known, tally]), tests };
    };
  return {
    compute: run("tests", computing, false),
    wait: run("tests that wait", waiting, true),
  };
}

/** Says what was not run, and counts as failed what nothing allows to be skipped. */
export function judgeSkips(tests: readonly ReportedTest[]): Tally {
  const { allowed, refused } = skipsOf(tests);
  for (const each of allowed) console.log(skippedLine(each));
  for (const name of refused) {
    console.log(`FAILED  skipped, and nothing allows it: ${name}`);
  }
  return { passed: 0, failed: refused.length, skipped: -refused.length };
}
