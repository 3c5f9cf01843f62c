import { join } from "node:path";
import { ENGINES } from "../../engines/engines";
import { unsuitability } from "../../engines/suitability";
import {
  MODULE_BUILD_OUTPUT,
  moduleHeading,
  releaseOutput,
  trialMachine,
  writeProgram,
  writeScript,
} from "./trial-machine";
import type { TrialMachine } from "./trial-machine";

let trial: TrialMachine;
beforeEach(() => {
  trial = trialMachine();
});
afterEach(() => {
  trial.remove();
});

describe("unsuitability of a promtool", () => {
  it.each<readonly [string, string, string, string | undefined]>([
    ["released as pinned", releaseOutput("3.15.0"), "", undefined],
    ["released later", releaseOutput("3.16.2"), "", undefined],
    [
      "released earlier",
      releaseOutput("3.5.0"),
      "",
      "PROGRAM is 3.5.0, older than 3.15.0",
    ],
    [
      "built from the pinned module",
      MODULE_BUILD_OUTPUT,
      moduleHeading("v0.315.0"),
      undefined,
    ],
    [
      "built from an earlier module",
      MODULE_BUILD_OUTPUT,
      moduleHeading("v0.300.1"),
      "PROGRAM is v0.300.1, older than v0.315.0",
    ],
    [
      "built from a checkout",
      MODULE_BUILD_OUTPUT,
      moduleHeading("(devel)"),
      "PROGRAM tells no version",
    ],
    ["that is another program", "hello", "", "PROGRAM tells no version"],
  ])("%s", (_, output, buildInformation, expected) => {
    const path = writeProgram(
      join(trial.root, "promtool"),
      output,
      buildInformation,
    );
    expect(unsuitability(ENGINES.promtool, path)).toBe(
      expected?.replace("PROGRAM", path),
    );
  });

  it("that fails", () => {
    const path = writeScript(join(trial.root, "promtool"), "exit 3\n");
    expect(unsuitability(ENGINES.promtool, path)).toBe(
      `${path} --version ended with 3`,
    );
  });

  it("that is not there", () => {
    const path = join(trial.root, "promtool");
    expect(unsuitability(ENGINES.promtool, path)).toBe(
      `${path} does not run (spawnSync ${path} ENOENT)`,
    );
  });
});
