import { spawn } from "node:child_process";
import { NOT_CHECKED } from "./parts";
import type { Part } from "./parts";
import type { Tally } from "./tally";

/** How a program ended. */
export interface Ended {
  /** 0 where it passed; null where a signal ended it. */
  readonly code: number | null;
  readonly seconds: number;
  /** Its output, unless that was shown at once. */
  readonly output: string;
}

/** Runs a program to its end; its output is shown when it fails. */
export const runPart = (
  part: Part,
  variables: NodeJS.ProcessEnv,
): Promise<Ended> =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(part.command, part.args, { env: variables });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      if (part.live === true) process.stderr.write(chunk);
      else output.push(chunk);
    });
    child.on("error", (error) => output.push(Buffer.from(error.message)));
    child.on("close", (code) => {
      const said = Buffer.concat(output).toString();
      if (code !== 0) console.log(said);
      const seconds = (performance.now() - started) / 1000;
      resolve({ code, seconds, output: said });
    });
  });

/**
 * Whether a part could not check everything because its optional need is missing. Any other part
 * with this exit code has failed.
 */
export const lacksNeed = (
  { needs }: Pick<Part, "needs">,
  code: number | null,
): boolean => needs !== undefined && code === NOT_CHECKED;

/** The tally of a part that passes or fails as a whole. */
export const tallyOf = (passed: boolean): Tally => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
});

/** The line of a part in the output. */
export const partLine = (
  passed: boolean,
  name: string,
  remark: string,
): string => `${passed ? "passed" : "FAILED"}  ${name} (${remark})`;
