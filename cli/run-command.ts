import type { Command } from "commander";

/**
 * Runs a command; what goes wrong is one message for a person, without a stack, and exit code 1.
 */
export function runCommand(program: Command): void {
  program.parseAsync().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
