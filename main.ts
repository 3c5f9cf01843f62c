import { organisation } from "./config/organisation";
import { problemList } from "./model/problem";
import { synthesise } from "./stacks/synthesise";

const problems = synthesise(organisation, { now: new Date() });
if (problems.length > 0) {
  console.error(problemList(problems));
  process.exitCode = 1;
}
