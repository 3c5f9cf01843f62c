import { problemList } from "../../model/problem";
import { synthesise } from "../../stacks/synthesise";
import { smallOrganisation } from "./organisation";

const problems = synthesise(smallOrganisation, { now: new Date() });
if (problems.length > 0) {
  console.error(problemList(problems));
  process.exitCode = 1;
}
