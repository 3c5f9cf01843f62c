import { InvalidArgumentError } from "commander";
import type { Command } from "commander";

/** Parses an option in seconds. @throws InvalidArgumentError where it is not a number of seconds */
export function seconds(typed: string): number {
  if (!/^\d{1,4}$/.test(typed)) {
    throw new InvalidArgumentError("allowed: seconds, from 0 to 9999");
  }
  return Number(typed);
}

/** Exits with 2 where the arguments are wrong; 1 means that the command found something. */
export const mistakesEndWithTwo = (program: Command): Command =>
  program.exitOverride(({ exitCode }) => {
    process.exit(exitCode === 0 ? 0 : 2);
  });
