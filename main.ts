import { checkConfigFiles } from "./cli/check-config-files";
import { requirementEntries } from "./cli/coverage/requirement-entries";
import { problemList } from "./model/problem";
import type { Problem } from "./model/problem";
import { synthesise } from "./stacks/synthesise";

/** Synthesises what is declared, which is read only where its files are in order. */
async function synthesiseDeclared(): Promise<readonly Problem[]> {
  const misplaced = checkConfigFiles(".");
  if (misplaced.length > 0) return misplaced;
  const { organisation } = await import("./config/organisation");
  const requirements = requirementEntries(".");
  return synthesise(organisation, {
    now: new Date(),
    ...(requirements === undefined ? {} : { requirements }),
  });
}

void synthesiseDeclared().then((problems) => {
  if (problems.length === 0) return;
  console.error(problemList(problems));
  process.exitCode = 1;
});
