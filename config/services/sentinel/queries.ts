import type { LogQuery, TraceQuery } from "../../../model/saved-query";
import { errorLog } from "../../../patterns/error-lines";

/** Saved queries about sentinel's logs. A line links to its trace. */
export const logQueries = [
  errorLog({ system: "sentinel" }),
] as const satisfies readonly LogQuery[];

/** What people look for in its traces. */
export const traceQueries = [
  {
    id: "slow-inference",
    number: 2,
    title: "Slow inference",
    description: "Inferences that took longer than half a second",
    expr: '{ resource.system = "sentinel" && name = "inference" && duration > 500ms }',
  },
] as const satisfies readonly TraceQuery[];
