/** How often a recurring task is due: each working day, week, month or quarter. */
export const CADENCES = ["daily", "weekly", "monthly", "quarterly"] as const;

/** One of {@link CADENCES}. */
export type Cadence = (typeof CADENCES)[number];

/** Something that people do regularly because no program can. */
export interface RecurringTask {
  readonly cadence: Cadence;
  /** What to do, as an instruction without a full stop: `Review the weekly report`. */
  readonly task: string;
  /**
   * Where to look, what to compare, when it is done. Sentences; commands and names in backticks.
   */
  readonly how: string;
  /** Alert of the same system that fires if the task is skipped. @default none */
  readonly alert?: string;
  /** Page with details, from `docs/`: `reports.md`. @default none */
  readonly page?: string;
}
