import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Output of an engine, and whether it succeeded. */
export interface Verdict {
  readonly agreed: boolean;
  /** Combined output. */
  readonly output: string;
}

/** Does something in a folder of its own, which is removed again. */
export async function inFolder<T>(
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "monitoring-stack-proof-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a file, which is valid YAML too. @returns its path */
export async function writeJson(
  folder: string,
  name: string,
  content: unknown,
): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

/**
 * Runs an engine to its end.
 * @param timeLimitMilliseconds after which the process is ended
 * @param variables of the process. @default those of this one
 */
export const runEngine = (
  engine: string,
  args: readonly string[],
  timeLimitMilliseconds: number,
  variables?: Readonly<Record<string, string>>,
): Promise<Verdict> =>
  new Promise((resolve) => {
    execFile(
      engine,
      args,
      {
        timeout: timeLimitMilliseconds,
        maxBuffer: 64 * 1024 ** 2,
        ...(variables === undefined ? {} : { env: variables }),
      },
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
