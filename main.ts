import { requirementEntries } from "./cli/coverage/requirement-entries";
import { organisation } from "./config/organisation";
import { problemList } from "./model/problem";
import { synthesise } from "./stacks/synthesise";

const requirements = requirementEntries(".");
const problems = synthesise(organisation, {
  now: new Date(),
  ...(requirements === undefined ? {} : { requirements }),
});
if (problems.length > 0) {
  console.error(problemList(problems));
  process.exitCode = 1;
}
