import { join } from "node:path";
import { ENGINES } from "../../engines/engines";
import { suitability } from "../../engines/suitability";
import type { Suitability } from "../../engines/suitability";
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

const suitable = (version: string, difference = ""): Suitability => ({
  kind: "suitable",
  version,
  difference,
});
const unsuitable = (reason: string): Suitability => ({
  kind: "unsuitable",
  reason,
});

describe("suitability of a promtool", () => {
  it.each<readonly [string, string, string, Suitability]>([
    ["released as pinned", releaseOutput("3.15.0"), "", suitable("3.15.0")],
    [
      "released later",
      releaseOutput("3.16.2"),
      "",
      suitable("3.16.2", "newer than the pinned 3.15.0"),
    ],
    [
      "released earlier",
      releaseOutput("3.5.0"),
      "",
      unsuitable("PROGRAM is 3.5.0, older than 3.15.0"),
    ],
    [
      "built from the pinned module",
      MODULE_BUILD_OUTPUT,
      moduleHeading("v0.315.0"),
      suitable("v0.315.0"),
    ],
    [
      "built from a later module",
      MODULE_BUILD_OUTPUT,
      moduleHeading("v0.316.0"),
      suitable("v0.316.0", "newer than the pinned v0.315.0"),
    ],
    [
      "built from an earlier module",
      MODULE_BUILD_OUTPUT,
      moduleHeading("v0.300.1"),
      unsuitable("PROGRAM is v0.300.1, older than v0.315.0"),
    ],
    [
      "built from a checkout",
      MODULE_BUILD_OUTPUT,
      moduleHeading("(devel)"),
      unsuitable("PROGRAM prints no version"),
    ],
    [
      "that is another program",
      "hello",
      "",
      unsuitable("PROGRAM prints no version"),
    ],
  ])("%s", (_, output, buildInformation, expected) => {
    const path = writeProgram(
      join(trial.root, "promtool"),
      output,
      buildInformation,
    );
    expect(suitability(ENGINES.promtool, path)).toEqual(
      expected.kind === "suitable"
        ? expected
        : unsuitable(expected.reason.replace("PROGRAM", path)),
    );
  });

  it("that fails", () => {
    const path = writeScript(join(trial.root, "promtool"), "exit 3\n");
    expect(suitability(ENGINES.promtool, path)).toEqual(
      unsuitable(`${path} --version ended with 3`),
    );
  });

  it("that is not there", () => {
    const path = join(trial.root, "promtool");
    expect(suitability(ENGINES.promtool, path)).toEqual(
      unsuitable(`${path} does not run (spawnSync ${path} ENOENT)`),
    );
  });
});
