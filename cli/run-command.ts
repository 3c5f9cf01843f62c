import type { Command } from "commander";

/**
 * Runs a command; an error is printed as one message without a stack trace, with exit code 1. It
 * ends quietly when nobody reads its output any more: `npm run cost | head`.
 */
export function runCommand(program: Command): void {
  process.stdout.once("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  program.parseAsync().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
