import { spawn } from "node:child_process";
import { BusyLoops } from "./busy-loops";
import { until } from "../support/loopback";

const runs = (pid: number): boolean => {
  try {
    // Signal 0 is not sent: it only asks whether there is such a process.
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it("runs until it is stopped", async () => {
  const busy = new BusyLoops(2);
  const pids = busy.pids;
  expect(pids).toHaveLength(2);
  expect(pids.every(runs)).toBe(true);
  busy.stop();
  await until("they have ended", () => !pids.some(runs));
});

it.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
  "leaves nothing behind where its parent ends by %s",
  async (signal) => {
    const starter = spawn(
      process.execPath,
      ["--import", "tsx", "test/busy/start-loop.ts"],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    try {
      const said = await new Promise<Buffer>((resolve, reject) => {
        starter.stdout.once("data", resolve);
        starter.once("exit", reject);
      });
      const pid = Number(said.toString());
      expect(runs(pid)).toBe(true);
      starter.kill(signal);
      await until("the loop has ended", () => !runs(pid));
    } finally {
      starter.kill("SIGKILL");
    }
  },
  120_000,
);
