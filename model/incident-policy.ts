import type { Priority } from "./alert";

/**
 * What an incident of one level is, and what people do. How soon, and who is told, is what its
 * priority says.
 */
export interface IncidentLevel {
  /** One word: `critical`. */
  readonly word: string;
  /** What it looks like to those who suffer. */
  readonly means: string;
  /** How it spreads to more people. */
  readonly escalation: string;
  /** In this order; `{acknowledge}` and `{response}` stand for the times of the priority. */
  readonly steps: readonly string[];
}

/** All levels. */
export type IncidentPolicy = Readonly<Record<Priority, IncidentLevel>>;
