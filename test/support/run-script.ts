import { spawn } from "node:child_process";

/** How a script ended. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a script to its end with nothing of this environment but what it is given.
 *
 * @param shell what runs it: a shell, or the path of Node.js
 * @param cwd folder that it runs in, where that is not this one
 */
export const runScript = (
  shell: string,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd?: string,
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(shell, [script, ...args], {
      env,
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        output[stream] += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, ...output });
    });
  });
