import type { LogQuery } from "../../../model/saved-query";
import { errorLog } from "../../../patterns/error-lines";

/** Saved queries about chronos' logs. A line links to its trace. */
export const logQueries: readonly LogQuery[] = [
  errorLog({ system: "chronos" }),
];
