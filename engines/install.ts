import { constants } from "node:os";
import { Command } from "commander";
import { ENGINES } from "./engines";
import { findEngine } from "./find-engine";
import { installAll } from "./install-all";

const WRONG_ARGUMENTS = 2;
/** What a shell says of a program that a signal ended, less the number of the signal. */
const BY_SIGNAL = 128;

// A signal alone would end this process without what it started.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    process.exit(BY_SIGNAL + constants.signals[signal]);
  });
}

void new Command("tools")
  .description(
    "Finds or installs every engine that tests need, and prints where each is: one `name<tab>path` line on stdout",
  )
  .exitOverride(({ exitCode }) => {
    process.exit(exitCode === 0 ? 0 : WRONG_ARGUMENTS);
  })
  .action(async () => {
    const complete = await installAll(Object.values(ENGINES), findEngine, {
      result: (line) => process.stdout.write(`${line}\n`),
      say: (line) => process.stderr.write(`${line}\n`),
    });
    if (!complete) process.exitCode = 1;
  })
  .parseAsync();
