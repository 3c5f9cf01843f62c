import { join } from "node:path";
import { cacheFolder, cachedPath } from "../../engines/cache";
import { ENGINES } from "../../engines/engines";
import { lookUp } from "../../engines/look-up";
import { releaseOutput, trialMachine, writeProgram } from "./trial-machine";
import type { TrialMachine } from "./trial-machine";

const engine = ENGINES.promtool;
let trial: TrialMachine;
beforeEach(() => {
  trial = trialMachine();
});
afterEach(() => {
  trial.remove();
});

describe("lookUp", () => {
  it("takes the program its variable names before any other, whatever its version", () => {
    const own = writeProgram(join(trial.root, "own"), releaseOutput("1.0.0"));
    const machine = trial.with({ MONITORING_STACK_PROMTOOL: own });
    writeProgram(join(trial.bin, "promtool"), releaseOutput("3.15.0"));
    writeProgram(cachedPath(engine, machine), releaseOutput("3.15.0"));
    expect(lookUp(engine, machine)).toEqual({
      kind: "found",
      path: own,
      remark:
        "promtool 1.0.0 from MONITORING_STACK_PROMTOOL, older than the pinned 3.15.0",
    });
  });

  it.each([
    ["is the pinned one", releaseOutput("3.15.0"), ""],
    ["prints no version", "hello", "PROGRAM prints no version"],
  ])("takes the program its variable names when it %s", (_, output, remark) => {
    const path = writeProgram(join(trial.root, "own"), output);
    const machine = trial.with({ MONITORING_STACK_PROMTOOL: path });
    expect(lookUp(engine, machine)).toEqual({
      kind: "found",
      path,
      remark: remark.replace("PROGRAM", path),
    });
  });

  it("refuses a variable that names no program, instead of taking another", () => {
    writeProgram(join(trial.bin, "promtool"), releaseOutput("3.15.0"));
    const machine = trial.with({ MONITORING_STACK_PROMTOOL: "/none" });
    expect(() => lookUp(engine, machine)).toThrow(
      "MONITORING_STACK_PROMTOOL must be the path of a program, got /none; correct it, or unset it to have promtool 3.15.0 found",
    );
  });

  it("takes the one on PATH before the one in the cache", () => {
    const machine = trial.with();
    const path = writeProgram(
      join(trial.bin, "promtool"),
      releaseOutput("3.15.0"),
    );
    writeProgram(cachedPath(engine, machine), releaseOutput("3.15.0"));
    expect(lookUp(engine, machine)).toEqual({
      kind: "found",
      path,
      remark: "",
    });
  });

  it("passes over an old one on PATH for a newer one further along it", () => {
    const other = join(trial.root, "other");
    writeProgram(join(trial.bin, "promtool"), releaseOutput("2.53.0"));
    const path = writeProgram(join(other, "promtool"), releaseOutput("3.15.1"));
    const machine = trial.with({ PATH: `${trial.bin}:${other}` });
    expect(lookUp(engine, machine)).toEqual({
      kind: "found",
      path,
      remark: "promtool 3.15.1 from PATH, newer than the pinned 3.15.0",
    });
  });

  it("takes the one in the cache when the one on PATH is too old", () => {
    const machine = trial.with();
    writeProgram(join(trial.bin, "promtool"), releaseOutput("2.53.0"));
    const path = writeProgram(
      cachedPath(engine, machine),
      releaseOutput("3.15.0"),
    );
    expect(lookUp(engine, machine)).toEqual({
      kind: "found",
      path,
      remark: "",
    });
  });

  it("says for every place why nothing was found there", () => {
    const old = writeProgram(
      join(trial.bin, "promtool"),
      releaseOutput("2.53.0"),
    );
    expect(lookUp(engine, trial.with())).toEqual({
      kind: "missing",
      reasons: [
        "MONITORING_STACK_PROMTOOL: not set",
        `PATH: ${old} is 2.53.0, older than 3.15.0`,
        `cache: no ${trial.root}/cache/promtool/3.15.0-linux-amd64/promtool`,
      ],
    });
  });
});

describe("cacheFolder", () => {
  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    [
      "is the one named for this project",
      { MONITORING_STACK_CACHE: "/a", XDG_CACHE_HOME: "/b", HOME: "/c" },
      "/a",
    ],
    [
      "else lies in the person's cache folder",
      { MONITORING_STACK_CACHE: "", XDG_CACHE_HOME: "/b", HOME: "/c" },
      "/b/monitoring-stack",
    ],
    [
      "else lies in the usual place, also when XDG_CACHE_HOME is relative",
      { XDG_CACHE_HOME: "b", HOME: "/c" },
      "/c/.cache/monitoring-stack",
    ],
  ])("%s", (_, variables, expected) => {
    expect(cacheFolder(variables)).toBe(expected);
  });
});
