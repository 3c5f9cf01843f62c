import { minutes } from "../../model/duration";

/** What every recorded series states. */
export interface Recorded {
  /** Name as `level:metric:operation`. */
  readonly record: string;
}

/** Which share of events a ratio says: those that went wrong, or those that went well. */
export type Shown = "bad" | "good";

/** Window of everything that is recorded as a rate and summed up over longer times. */
export const RATE_WINDOW = minutes(5);
