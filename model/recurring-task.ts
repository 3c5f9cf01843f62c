/** How often a duty returns: each working day, week, month or quarter of a year. */
export const CADENCES = ["daily", "weekly", "monthly", "quarterly"] as const;

/** One of {@link CADENCES}. */
export type Cadence = (typeof CADENCES)[number];

/** Something that people do again and again, because no program can. */
export interface RecurringTask {
  readonly cadence: Cadence;
  /** What is to be done, as an instruction without a full stop: `Review the weekly report`. */
  readonly task: string;
  /**
   * Where to look, what to compare with, when it is done. Sentences; commands and names stand
   * between backticks.
   */
  readonly how: string;
  /** Alert of the same system that speaks when it was neglected. @default none does */
  readonly alert?: string;
  /** Page that says more, from `docs/`: `reports.md`. @default none */
  readonly page?: string;
}
