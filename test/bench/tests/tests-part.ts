import { markdownTable } from "../../../model/markdown-table";

/** A run of `npm test`, and what it took. */
export interface MeasuredRun {
  /** What was before it. */
  readonly name: string;
  /** Minutes on the clock that it may take. */
  readonly aim: number;
  readonly seconds: number;
  /** Seconds of all processors, of every program that it started. */
  readonly cpuSeconds: number;
  /** Its last line. */
  readonly verdict: string;
}

/**
 * The table of the page. A verdict that depends on the cache is an error.
 * @throws Error then
 */
export function testsPart(runs: readonly MeasuredRun[]): string {
  const verdicts = [...new Set(runs.map(({ verdict }) => verdict))];
  const [verdict = "none", ...others] = verdicts;
  if (others.length > 0) {
    throw new Error(
      `not the same verdict: ${runs.map(({ name, verdict: own }) => `${name}: ${own}`).join("; ")}`,
    );
  }
  return `${markdownTable(
    ["run", "at most", "on the clock", "of the processors", ""],
    runs.map(({ name, aim, seconds, cpuSeconds }) => [
      name,
      `${String(aim)} min`,
      minutes(seconds),
      minutes(cpuSeconds),
      seconds <= aim * 60 ? "met" : "missed",
    ]),
  )}\n\nEach with the verdict ${verdict}.`;
}

const minutes = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
};
