import { spawn } from "node:child_process";

/** Counts until whoever started it is gone: a loop that nobody ends must not stay. */
const LOOP = `
const starter = Number(process.argv[1]);
while (process.ppid === starter) for (let i = 0; i < 1e8; i += 1);
`;

const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Keeps as many cores busy, and ends what it started, by its number, also when this process is told
 * to end.
 */
export class BusyLoops {
  private readonly loops;
  private readonly onSignal = (signal: NodeJS.Signals): void => {
    this.stop();
    // As if nobody had listened.
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
