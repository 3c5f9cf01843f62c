import { Command } from "commander";
import { mistakesEndWithTwo } from "../arguments";
import { runCommand } from "../run-command";
import { besideEachOther } from "./beside";
import { ENGINES_PART, WHOLE_PARTS } from "./parts";
import { beginSession, runStatic, runWhole } from "./session";
import { staticChecks } from "./static-checks";
import { lastLine, sum } from "./tally";
import { judgeSkips, testRuns } from "./tests";
import type { Tested } from "./tests";

interface Options {
  readonly whole?: boolean;
  readonly cache: boolean;
}

/** Runs all checks and counts them; the exit code is 1 where something failed. */
async function check(
  patterns: readonly string[],
  { whole = false, cache }: Options,
): Promise<void> {
  const session = beginSession(cache);
  const { compute, wait } = testRuns(
    session,
    patterns.map((pattern) => new RegExp(pattern)),
  );
  const alone = (tally: Tested["tally"]): Tested => ({ tally, tests: [] });
  // Every test may need an engine; nothing else does.
  const engines = runWhole(session, ENGINES_PART);
  const results = await besideEachOther<Tested>([
    [
      ...staticChecks(cache ? session.folder : undefined).map(
        (each) => async () => alone(await runStatic(session, each)),
      ),
      ...(whole ? WHOLE_PARTS : []).map(
        (part) => async () => alone(await runWhole(session, part)),
      ),
    ],
    [async () => alone(await engines), compute],
    [async () => engines.then(wait)],
  ]);
  const total = sum([
    ...results.map(({ tally }) => tally),
    judgeSkips(results.flatMap(({ tests }) => tests)),
  ]);
  console.log(lastLine(total));
  process.exitCode = total.failed === 0 ? 0 : 1;
}

const program = mistakesEndWithTwo(new Command("npm test --"))
  .description(
    "Checks types, lint, format and every test; cached verdicts are reused and counted. The last line is the total.",
  )
  .argument(
    "[patterns...]",
    "only files of tests whose path matches one of these regular expressions",
  )
  .option(
    "--whole",
    "also run what takes long or installs something, as pipelines do: Terraform validates both stacks, cdktf's successor synthesises them, and every incident is judged anew",
  )
  .option("--no-cache", "ignore cached verdicts")
  .action(check);

runCommand(program);
