import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { mistakesEndWithTwo } from "../../cli/arguments";
import type { JestReport } from "../../cli/check/jest-report";
import { JUDGE_ANEW } from "../../cli/check/judge-anew";
import { runJest } from "../../cli/check/run-jest";
import { snapshot } from "../../cli/check/snapshot";
import { runCommand } from "../../cli/run-command";
import { BusyLoops } from "./busy-loops";
import { busyFiles, busyTable } from "./busy-table";
import { timeBound } from "./time-bound";

interface Options {
  readonly times: number;
  readonly loops: number;
  readonly files: RegExp;
}

/** Runs the files again and again beside the loops; the exit code is 1 where any failed once. */
async function beBusy({ times, loops, files }: Options): Promise<void> {
  const { tree, closure } = snapshot();
  const paths = timeBound(tree, closure).filter((path) => files.test(path));
  if (paths.length === 0) throw new Error("no such file of tests");
  const reports: JestReport[] = [];
  const busy = new BusyLoops(loops);
  try {
    for (let time = 1; time <= times; time += 1) {
      console.error(
        `run ${String(time)} of ${String(times)}: ${String(paths.length)} files beside ${String(loops)} busy loops on ${String(availableParallelism())} cores`,
      );
      reports.push(
        await runJest({
          paths,
          variables: { ...process.env, [JUDGE_ANEW]: "1" },
          cache: join(tmpdir(), "monitoring-stack-jest"),
          says: "at the end",
          computes: false,
        }),
      );
    }
  } finally {
    busy.stop();
  }
  const found = busyFiles(paths, reports);
  console.log(busyTable(found));
  if (found.some(({ failed }) => failed > 0)) process.exitCode = 1;
}

function count(typed: string): number {
  if (!/^[1-9]\d?$/.test(typed)) {
    throw new InvalidArgumentError("allowed: 1 to 99");
  }
  return Number(typed);
}

const program = mistakesEndWithTwo(new Command("npm run test:busy --"))
  .description(
    "Runs every file of tests that starts a process, opens a port or uses a clock again and again while the machine is kept busy: none may depend on how fast it is",
  )
  .option("--times <n>", "how often", count, 10)
  .option("--loops <n>", "busy loops beside them", count, 8)
  .option(
    "--files <pattern>",
    "only files whose path matches this regular expression",
    (typed) => new RegExp(typed),
    /./,
  )
  .action(beBusy);

runCommand(program);
