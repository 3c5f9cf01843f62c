import type { LogQuery, TraceQuery } from "../../model/saved-query";

/** What people look for in sentinel's logs. A line leads to the trace that it was written in. */
export const logQueries = [
  {
    requirement: "XMR-L1",
    title: "Errors",
    description: "What sentinel wrote as an error, by what wrote it",
    expr: '{system="sentinel"} | json | level=~"(?i)error|critical" | __error__="" | line_format "{{.service}} {{.message}}"',
  },
] as const satisfies readonly LogQuery[];

/** What people look for in its traces. */
export const traceQueries = [
  {
    requirement: "XMR-X3",
    title: "Slow inference",
    description: "Inferences that took longer than half a second",
    expr: '{ resource.system = "sentinel" && name = "inference" && duration > 500ms }',
  },
] as const satisfies readonly TraceQuery[];
