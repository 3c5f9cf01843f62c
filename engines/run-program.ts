import { spawn } from "node:child_process";

const TAIL_LINES = 15;

/** Where and with what a program runs. */
export interface RunOptions {
  readonly folder: string;
  /** All its variables; the program is looked up on their `PATH`. */
  readonly variables: Readonly<NodeJS.ProcessEnv>;
}

/**
 * Runs a program to its end without its output being shown.
 * @returns what it wrote to stdout
 * @throws Error with its last lines when it fails, or when there is no such program
 */
export function runProgram(
  program: string,
  args: readonly string[],
  options: RunOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.folder,
      env: options.variables,
      stdio: ["ignore", "pipe", "pipe"],
    });
    // A build must not go on for minutes after this process was ended.
    const end = () => child.kill();
    process.once("exit", end);
    let tail: readonly string[] = [];
    let written = "";
    const keep = (chunk: string) => {
      tail = (tail.join("\n") + chunk).split("\n").slice(-TAIL_LINES - 1);
    };
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      written += chunk;
      keep(chunk);
    });
    child.stderr.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => {
      process.removeListener("exit", end);
      const missing = "code" in error && error.code === "ENOENT";
      reject(
        new Error(
          missing ? `no ${program} on PATH` : `${program}: ${error.message}`,
        ),
      );
    });
    child.on("close", (code, signal) => {
      process.removeListener("exit", end);
      if (code === 0) {
        resolve(written);
        return;
      }
      const output = tail.join("\n").trim();
      reject(
        new Error(
          `${program} ${args.join(" ")} ended with ${String(code ?? signal)}${output === "" ? "" : `:\n${output}`}`,
        ),
      );
    });
  });
}
