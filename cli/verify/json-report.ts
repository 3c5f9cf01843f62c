import type { Finding } from "./finding";
import type { JudgedGate } from "./gate";
import type { ReportFacts } from "./report";

/** The report for programs: everything that the Markdown has. */
export interface JsonReport extends ReportFacts {
  /** Whether nothing is open, in the gate neither. */
  readonly holds: boolean;
  readonly findings: readonly Finding[];
  /** @default no release gate was judged */
  readonly gate?: JudgedGate;
}

/** The report of a run as `--format json` prints it. */
export const jsonReport = (
  facts: ReportFacts,
  findings: readonly Finding[],
  holds: boolean,
  gate?: JudgedGate,
): JsonReport => ({
  ...facts,
  holds,
  findings,
  ...(gate === undefined ? {} : { gate }),
});
