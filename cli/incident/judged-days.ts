import { judge } from "../../proof/judge";
import type { JudgeOptions } from "../../proof/judge";
import type { QuietDay } from "../../proof/incidents/quiet-day";

/** What the engine says of a quiet day. */
export interface JudgedDay {
  readonly day: QuietDay;
  /** What is not quiet; nothing if all is well. */
  readonly failures: readonly string[];
}

/** Judges quiet days by promtool. */
export async function judgeDays(
  days: readonly QuietDay[],
  options: JudgeOptions,
): Promise<readonly JudgedDay[]> {
  const judgements = await judge(
    days.map(({ file }) => file),
    options,
  );
  return days.map((day, place) => ({
    day,
    failures: judgements[place]?.failures.map(({ says }) => says) ?? [],
  }));
}

/** A quiet day in one line. */
export const dayLine = ({ day: { file }, failures }: JudgedDay): string =>
  failures.length === 0
    ? `${file.name}: nothing fires, every SLO keeps its objective`
    : `${file.name}: is not quiet`;
