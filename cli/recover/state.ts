import { ProgramFailure } from "./programs";
import type { RunProgram } from "./programs";

/** What Terraform prints where nothing was ever applied. */
const NO_STATE = "No state file was found";

/**
 * Addresses of what the state holds. Only addresses are read, never values; the lock is not needed
 * for it.
 *
 * @param folder that of the stack
 * @throws ProgramFailure with what to do where the folder is not initialised
 */
export function addressesInState(
  run: RunProgram,
  folder: string,
): ReadonlySet<string> {
  try {
    const printed = run("terraform", [
      `-chdir=${folder}`,
      "state",
      "list",
      "-no-color",
    ]);
    return new Set(printed.split("\n").filter((line) => line !== ""));
  } catch (error) {
    if (!(error instanceof ProgramFailure)) throw error;
    if (error.message.includes(NO_STATE)) return new Set();
    throw new ProgramFailure(
      `the state cannot be read; where it says that initialization is required, run: terraform -chdir=${folder} init\n${error.message}`,
    );
  }
}
