import { ENGINES } from "./engines";
import { errorMessage } from "./error-message";
import { findEngine } from "./find-engine";

/** Finds or installs every engine that tests need, one after the other, and prints where each is: one `name<tab>path` line on stdout. */
async function main(): Promise<void> {
  for (const { name } of Object.values(ENGINES)) {
    try {
      const path = await findEngine(name);
      process.stdout.write(`${name}\t${path}\n`);
    } catch (error) {
      process.stderr.write(`${errorMessage(error)}\n`);
      process.exitCode = 1;
    }
  }
}

void main();
