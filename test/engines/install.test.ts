import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const PROGRAM = resolve(__dirname, "../../engines/install.ts");

/** Runs the command where nothing could be found or installed, were it to try. */
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", PROGRAM, ...args], {
    encoding: "utf8",
    env: {
      PATH: "",
      MONITORING_STACK_CACHE: "/dev/null/none",
      MONITORING_STACK_RELEASES: "http://127.0.0.1:9",
    },
  });

it("prints what it does for --help, and does nothing", () => {
  const { status, stdout, stderr } = run("--help");
  expect(stdout).toMatch(/^Usage: tools \[options\]\n\nFinds or installs/);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}, 60_000);

it.each([
  ["--only", "error: unknown option '--only'\n"],
  ["promtool", "error: too many arguments. Expected 0 arguments but got 1.\n"],
])(
  "refuses %s and does nothing",
  (argument, message) => {
    const { status, stdout, stderr } = run(argument);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: message,
    });
  },
  60_000,
);

it("ends with 1 where an engine could not be had, and names each", () => {
  const { status, stdout, stderr } = run();
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain("\nprometheus 3.15.0 or newer is needed");
  expect(stderr).toContain("\nloki 3.7.8 is missing. Not judged without it: ");
}, 60_000);
