import type { Machine } from "./machine";

/** Tells a person what a long task is doing. */
export interface Progress {
  /** The step that begins now; said at once and again while it lasts. */
  readonly step: (text: string) => void;
  /** How far the step is; said with the next reminder. */
  readonly detail: (text: string) => void;
}

/**
 * Runs a task and says what it is doing: each step at once, then the time elapsed at every interval of the machine's patience.
 * @param subject what is being worked on: `promtool 3.15.0`
 */
export async function withProgress<T>(
  machine: Machine,
  subject: string,
  task: (progress: Progress) => Promise<T>,
): Promise<T> {
  const begun = Date.now();
  let [step, detail] = ["", ""];
  const timer = setInterval(() => {
    const far = detail === "" ? "" : `, ${detail}`;
    machine.say(`${subject}: ${step}${far}, ${elapsed(begun)} so far`);
  }, machine.patience.progress);
  try {
    return await task({
      step: (text) => {
        [step, detail] = [text, ""];
        machine.say(`${subject}: ${text}`);
      },
      detail: (text) => {
        detail = text;
      },
    });
  } finally {
    clearInterval(timer);
  }
}

function elapsed(begun: number): string {
  const seconds = Math.round((Date.now() - begun) / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0
    ? `${String(seconds)} s`
    : `${String(minutes)} min ${String(seconds % 60)} s`;
}
