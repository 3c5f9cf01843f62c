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
