import type { Machine } from "./machine";

/** Reports what a long task is doing. */
export interface Progress {
  /** The step that begins now; reported at once and repeated while it lasts. */
  readonly step: (text: string) => void;
  /** Progress of the step; reported with the next repetition. */
  readonly detail: (text: string) => void;
}

/**
 * Runs a task and reports what it is doing: each step at once, then the elapsed time at every
 * interval of the machine's patience.
 * @param subject what is being worked on: `promtool 3.15.0`
 */
export async function withProgress<T>(
  machine: Machine,
  subject: string,
  task: (progress: Progress) => Promise<T>,
): Promise<T> {
  const { clock } = machine;
  const begun = clock.now();
  let [step, detail] = ["", ""];
  const end = clock.every(machine.patience.progress, () => {
    const far = detail === "" ? "" : `, ${detail}`;
    const time = inWords(clock.now() - begun);
    machine.say(`${subject}: ${step}${far}, ${time} so far`);
  });
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
    end();
  }
}

function inWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0
    ? `${String(seconds)} s`
    : `${String(minutes)} min ${String(seconds % 60)} s`;
}
