import type { LogQuery } from "../../model/saved-query";

/** What people look for in the logs of chronos. A line leads to the trace that it was written in. */
export const logQueries = [
  {
    requirement: "XMR-L1",
    title: "Errors",
    description: "What chronos wrote as an error, by what wrote it",
    expr: '{system="chronos"} | json | level=~"(?i)error|critical" | __error__="" | line_format "{{.service}} {{.message}}"',
  },
] as const satisfies readonly LogQuery[];
