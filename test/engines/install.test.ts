import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { until } from "../support/loopback";
import { trialMachine, writeScript } from "./trial-machine";

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
});

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
});

it("ends what it started when it is ended", async () => {
  const trial = trialMachine();
  const file = join(trial.root, "pid");
  writeScript(
    join(trial.bin, "go"),
    `[ "$1" = build ] || exit 0\necho $$ > ${file}.new; /bin/mv ${file}.new ${file}; exec /bin/sleep 60`,
  );
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM], {
    env: trial.with().variables,
    stdio: "ignore",
  });
  const ended = new Promise((settle) => child.once("exit", settle));
  try {
    await until("Go builds", () => existsSync(file));
    child.kill("SIGTERM");
    expect(await ended).toBe(143);
    const go = Number(readFileSync(file, "utf8"));
    await until("Go is gone", () => !isThere(go), 20);
  } finally {
    child.kill("SIGKILL");
    trial.remove();
  }
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
