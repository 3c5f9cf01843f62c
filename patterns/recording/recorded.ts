import { minutes } from "../../model/duration";

/** Fields of every recorded series. */
export interface Recorded {
  /** Name as `level:metric:operation`. */
  readonly record: string;
}

/** Whether a ratio is of bad or of good events. */
export type Shown = "bad" | "good";

/** Window of every recorded rate that is summed up over longer times. */
export const RATE_WINDOW = minutes(5);
