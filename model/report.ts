import type { Unit } from "./dashboard";

/** A report about all systems. `weekly` looks back 7 days, `monthly` 30. */
export type SummaryName = "weekly" | "monthly";

/** Units that reports write numbers in, by the names that panels have for them. */
export const REPORT_UNITS = [
  "short",
  "percentunit",
  "s",
  "bytes",
  "currencyUSD",
] as const satisfies readonly Unit[];

/** One of {@link REPORT_UNITS}. */
export type ReportUnit = (typeof REPORT_UNITS)[number];

/** One question of a report, asked of Prometheus at the moment at which the report is made. */
export interface ReportQuery {
  readonly title: string;
  /** PromQL; no variables, since nobody stands before it. */
  readonly expr: string;
  readonly unit: ReportUnit;
  /** Digits after the point. @default what the unit needs */
  readonly decimals?: number;
  /** Show a plus before what is above zero: it is a change. @default false */
  readonly signed?: boolean;
  /**
   * Labels of the answer that become columns, in this order. @default none: the answer is one
   * number
   */
  readonly by?: readonly string[];
  /** What stands first, where there is `by`. @default "name" */
  readonly first?: "highest" | "lowest" | "name";
}

/** A part of a report about one system. */
export interface ReportSection {
  /**
   * Key of the system that the queries read: while nobody declares it, the section is not there.
   * `platform` reads all systems.
   */
  readonly system: string;
  readonly title: string;
  /** The reports that have it. */
  readonly reports: readonly SummaryName[];
  readonly queries: readonly ReportQuery[];
  /** Sentences below the numbers. @default none */
  readonly notes?: readonly string[];
}
