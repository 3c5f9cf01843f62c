import type { LogQuery, TraceQuery } from "../../../model/saved-query";

/** What people look for in AccuBooks' logs. */
export const logQueries = [
  {
    id: "server-errors",
    number: 1,
    title: "Server errors",
    description:
      "What any part of AccuBooks wrote as an error, with the part's name",
    expr: '{system="accubooks"} | json | level=~"(?i)error|critical" | __error__="" | line_format "{{.service}} {{.message}}"',
  },
] as const satisfies readonly LogQuery[];

/** What people look for in its traces. */
export const traceQueries = [
  {
    id: "slow-requests",
    number: 2,
    title: "Slow requests",
    description: "Requests that took longer than a second, as the API saw them",
    expr: '{ resource.service.name = "accubooks" && kind = server && duration > 1s }',
  },
  {
    id: "forecast-jobs-that-fail",
    number: 3,
    title: "Forecast jobs that fail",
    description: "Forecast jobs that ended with an error",
    expr: '{ resource.service.name = "accubooks" && name = "forecast-job" && status = error }',
  },
] as const satisfies readonly TraceQuery[];
