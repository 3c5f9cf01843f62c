import { isAtLeast, releaseIn } from "../../engines/version";
import { MODULE_BUILD_OUTPUT, releaseOutput } from "./trial-machine";

describe("releaseIn reads the release number of", () => {
  it.each<readonly [string, string, string | undefined]>([
    ["a released promtool", releaseOutput("3.15.0"), "3.15.0"],
    ["a candidate", releaseOutput("3.15.0-rc.1"), "3.15.0-rc.1"],
    [
      "a distribution's build, without its build metadata",
      releaseOutput("2.42.0+ds1"),
      "2.42.0",
    ],
    [
      "a released actionlint",
      "1.7.12\ninstalled by downloading from release page\nbuilt with go1.26.8 compiler for linux/amd64",
      "1.7.12",
    ],
    [
      "an actionlint built from its module",
      "v1.7.12\ninstalled by building from source",
      "1.7.12",
    ],
    ["a promtool built from its module: none", MODULE_BUILD_OUTPUT, undefined],
    ["an actionlint built from a checkout: none", "(devel)\n1.2.3", undefined],
    ["a program that prints nothing: none", "", undefined],
  ])("%s", (_, output, expected) => {
    expect(releaseIn(output)).toBe(expected);
  });
});

describe("isAtLeast", () => {
  it.each<readonly [string, string, string, boolean]>([
    ["the same version will do", "3.15.0", "3.15.0", true],
    ["a later patch will do", "3.15.1", "3.15.0", true],
    ["a later minor will do, compared as a number", "3.15.0", "3.9.9", true],
    ["a later major will do", "4.0.0", "3.15.0", true],
    ["an earlier minor will not do", "3.9.0", "3.15.0", false],
    [
      "an earlier major with a later minor will not do",
      "2.53.0",
      "3.1.0",
      false,
    ],
    ["a candidate of the release will not do", "3.15.0-rc.1", "3.15.0", false],
    ["a candidate of a later release will do", "3.16.0-rc.0", "3.15.0", true],
    ["the release will do for its candidate", "3.15.0", "3.15.0-rc.1", true],
    ["a module's version compares with its v", "v0.315.1", "v0.315.0", true],
    ["a module's earlier version will not do", "v0.314.0", "v0.315.0", false],
  ])("%s", (_, version, wanted, expected) => {
    expect(isAtLeast(version, wanted)).toBe(expected);
  });

  it("refuses what is no version", () => {
    expect(() => isAtLeast("latest", "3.15.0")).toThrow(
      "not a version: latest; write it as 1.2.3, v1.2.3 or 1.2.3-rc.1",
    );
  });
});
