import type { LogQuery } from "../../../model/saved-query";
import { errorLog } from "../../../patterns/error-lines";

/** What people look for in nebula's logs. */
export const logQueries: readonly LogQuery[] = [errorLog({ system: "nebula" })];
