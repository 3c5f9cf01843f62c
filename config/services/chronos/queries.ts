import type { LogQuery } from "../../../model/saved-query";
import { errorLog } from "../../../patterns/error-lines";

/**
 * What people look for in the logs of chronos. A line leads to the trace that it was written in.
 */
export const logQueries: readonly LogQuery[] = [
  errorLog({ system: "chronos" }),
];
