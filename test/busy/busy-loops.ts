import { spawn } from "node:child_process";

/** Counts until its parent process is gone: no loop may be left behind. */
const LOOP = `
const starter = Number(process.argv[1]);
while (process.ppid === starter) for (let i = 0; i < 1e8; i += 1);
`;

const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Keeps as many cores busy, and ends the loops by their process IDs, also when this process is
 * terminated.
 */
export class BusyLoops {
  private readonly loops;
  private readonly onSignal = (signal: NodeJS.Signals): void => {
    this.stop();
    // The signal's default action.
    process.kill(process.pid, signal);
  };

  constructor(count: number) {
    this.loops = Array.from({ length: count }, () =>
      spawn(process.execPath, ["-e", LOOP, String(process.pid)], {
        stdio: "ignore",
      }),
    );
    for (const signal of FORWARDED) process.once(signal, this.onSignal);
  }

  /** Their process numbers. */
  get pids(): readonly number[] {
    return this.loops.flatMap(({ pid }) => pid ?? []);
  }

  stop(): void {
    for (const signal of FORWARDED) process.off(signal, this.onSignal);
    for (const loop of this.loops) loop.kill("SIGKILL");
  }
}
