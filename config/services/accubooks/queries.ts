import type { LogQuery, TraceQuery } from "../../../model/saved-query";

/** What people look for in AccuBooks' logs. */
export const logQueries = [
  {
    requirement: "ACC-L1",
    title: "Server errors",
    description:
      "What any part of AccuBooks wrote as an error, with the part's name",
    expr: '{system="accubooks"} | json | level=~"(?i)error|critical" | __error__="" | line_format "{{.service}} {{.message}}"',
  },
] as const satisfies readonly LogQuery[];

/** What people look for in its traces. */
export const traceQueries = [
  {
    requirement: "ACC-X1",
    title: "Slow requests",
    description: "Requests that took longer than a second, as the API saw them",
    expr: '{ resource.service.name = "accubooks" && kind = server && duration > 1s }',
  },
  {
    requirement: "ACC-X2",
    title: "Forecast jobs that fail",
    description: "Forecast jobs that ended with an error",
    expr: '{ resource.service.name = "accubooks" && name = "forecast-job" && status = error }',
  },
] as const satisfies readonly TraceQuery[];
