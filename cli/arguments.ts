import { InvalidArgumentError } from "commander";
import type { Command } from "commander";

/** Seconds as they are typed. @throws InvalidArgumentError where they are none */
export function seconds(typed: string): number {
  if (!/^\d{1,4}$/.test(typed)) {
    throw new InvalidArgumentError("allowed: seconds, from 0 to 9999");
  }
  return Number(typed);
}

/**
 * Ends with 2 where the arguments are wrong, so that a mistake in them does not look like what the
 * command found, which is 1.
 */
export const mistakesEndWithTwo = (program: Command): Command =>
  program.exitOverride(({ exitCode }) => {
    process.exit(exitCode === 0 ? 0 : 2);
  });
