import type { Unit } from "./dashboard";

/** A report about all systems. `weekly` covers 7 days, `monthly` 30. */
export type SummaryName = "weekly" | "monthly";

/** Units of numbers in reports, with the names that panels use. */
export const REPORT_UNITS = [
  "short",
  "percentunit",
  "s",
  "bytes",
  "currencyUSD",
] as const satisfies readonly Unit[];

/** One of {@link REPORT_UNITS}. */
export type ReportUnit = (typeof REPORT_UNITS)[number];

/** One query of a report, evaluated when the report is made. */
export interface ReportQuery {
  readonly title: string;
  /** PromQL without dashboard variables. */
  readonly expr: string;
  readonly unit: ReportUnit;
  /** Decimals. @default what the unit needs */
  readonly decimals?: number;
  /** Prefix positive values with a plus: the number is a change. @default false */
  readonly signed?: boolean;
  /**
   * Labels of the result that become columns, in this order.
   * @default none: the result is one number
   */
  readonly by?: readonly string[];
  /** Heading of the first column if there is `by`. @default "name" */
  readonly first?: "highest" | "lowest" | "name";
}

/** A section of a report about one system. */
export interface ReportSection {
  /**
   * Key of the system that the queries read; without that system the section is omitted. `platform`
   * reads all systems.
   */
  readonly system: string;
  readonly title: string;
  /** The reports that contain it. */
  readonly reports: readonly SummaryName[];
  readonly queries: readonly ReportQuery[];
  /** Sentences below the numbers. @default none */
  readonly notes?: readonly string[];
}
