import { spawn } from "node:child_process";
import { once } from "node:events";
import { Command } from "commander";
import { runCommand } from "../../cli/run-command";

/** What a failing command leaves behind. */
async function run(action: () => void | Promise<void>): Promise<{
  readonly said: readonly string[];
  readonly exitCode: typeof process.exitCode;
}> {
  const said: string[] = [];
  const spy = jest.spyOn(console, "error").mockImplementation((text) => {
    said.push(String(text));
  });
  const [argv, exitCode] = [process.argv, process.exitCode];
  process.argv = ["node", "trial"];
  try {
    runCommand(new Command("trial").action(action));
    await new Promise((resolve) => setImmediate(resolve));
    return { said, exitCode: process.exitCode };
  } finally {
    process.argv = argv;
    process.exitCode = exitCode;
    spy.mockRestore();
  }
}

it.each([
  [
    "throws",
    () => {
      throw new Error("no stacks");
    },
  ],
  ["fails later", () => Promise.reject(new Error("no stacks"))],
])(
  "says what went wrong and nothing else when a command %s",
  async (_, action) => {
    expect(await run(action)).toEqual({ said: ["no stacks"], exitCode: 1 });
  },
);

it("says nothing when all is well", async () => {
  const before = process.exitCode;
  expect(await run(() => undefined)).toEqual({ said: [], exitCode: before });
});

it("ends quietly when nobody reads its output any more", async () => {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "--eval",
      `
      const { Command } = require("commander");
      const { runCommand } = require("./cli/run-command");
      runCommand(new Command("trial").action(async () => {
        for (let line = 0; line < 2000; line += 1) {
          console.log("x".repeat(1000));
          await new Promise((resolve) => setImmediate(resolve));
        }
      }));
      `,
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const said: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  child.stdout.once("data", () => {
    child.stdout.destroy();
  });
  const [code] = (await once(child, "close")) as [number | null];
  expect({ code, said: Buffer.concat(said).toString() }).toEqual({
    code: 0,
    said: "",
  });
}, 60_000);
