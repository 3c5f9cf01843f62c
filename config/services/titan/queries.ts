import type { LogQuery, TraceQuery } from "../../../model/saved-query";
import { errorLog } from "../../../patterns/error-lines";

/** What people look for in titan's logs. */
export const logQueries: readonly LogQuery[] = [errorLog({ system: "titan" })];

/** Saved queries about titan's traces. */
export const traceQueries: readonly TraceQuery[] = [
  {
    id: "failed-requests-per-service",
    number: 2,
    title: "Failed requests per service",
    description:
      "Spans of titan in a second that failed, by the service of the mesh",
    expr: '{ resource.system = "titan" && status = error } | rate() by (resource.service.name)',
    unit: "cps",
  },
];
