import { clock } from "./clock";
import type { Clock } from "./clock";
import type { Platform } from "./engines";

/** How long the search waits, in milliseconds. */
export interface Patience {
  /**
   * For the first byte of an answer. Short: where release pages are blocked, an engine can still be
   * built.
   */
  readonly answer: number;
  /** For the next byte of a download that has begun. */
  readonly stall: number;
  /** Between two lines that say a long step is still under way. */
  readonly progress: number;
  /** After the last sign of life of another process that installs the same engine. */
  readonly staleLock: number;
}

/** What the search for an engine may know of the machine it runs on. Tests pass a made-up one. */
export interface Machine {
  readonly variables: Readonly<NodeJS.ProcessEnv>;
  readonly platform: Platform;
  readonly patience: Patience;
  readonly clock: Clock;
  /** Reports progress to a person. */
  readonly say: (line: string) => void;
}

/** The patience of {@link thisMachine}. */
export const PATIENCE: Patience = {
  answer: 5_000,
  stall: 20_000,
  progress: 15_000,
  staleLock: 30_000,
};

/** The machine this process runs on; lines go to stderr, so that stdout stays for results. */
export function thisMachine(): Machine {
  return {
    variables: process.env,
    platform: {
      os: process.platform,
      arch: process.arch === "x64" ? "amd64" : process.arch,
    },
    patience: PATIENCE,
    clock,
    say: (line) => {
      process.stderr.write(`${line}\n`);
    },
  };
}
