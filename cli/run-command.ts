import type { Command } from "commander";

/** Runs a command; an error is printed as one message without a stack trace, with exit code 1. */
export function runCommand(program: Command): void {
  program.parseAsync().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
