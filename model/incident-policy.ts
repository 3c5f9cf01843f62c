import type { Priority } from "./alert";

/**
 * What an incident of one level is, and what to do. Response time and notified people follow from
 * the priority.
 */
export interface IncidentLevel {
  /** One word: `critical`. */
  readonly word: string;
  /** What affected users see. */
  readonly means: string;
  /** How it is communicated to more people. */
  readonly escalation: string;
  /** Steps in order; `{acknowledge}` and `{response}` are replaced by the times of the priority. */
  readonly steps: readonly string[];
}

/** All levels. */
export type IncidentPolicy = Readonly<Record<Priority, IncidentLevel>>;
