import type { LogQuery, TraceQuery } from "../../../model/saved-query";

/** What people look for in CodeVerify's logs. */
export const logQueries = [
  {
    id: "recent-errors",
    number: 1,
    title: "Recent errors",
    description: "What the API wrote as an error, the message alone",
    expr: '{system="codeverify", app="codeverify-api", level="error"} | json | __error__="" | line_format "{{.message}}"',
  },
  {
    id: "analysis-failures",
    number: 2,
    title: "Analysis failures",
    description: "Analyses that failed, each with its reason",
    expr: '{system="codeverify", app="codeverify-worker"} | json | status="failed" | __error__="" | line_format "{{.analysis_id}}: {{.error_message}}"',
  },
  {
    id: "slow-requests",
    number: 3,
    title: "Slow requests",
    description: "Requests to the API that took longer than a second",
    expr: '{system="codeverify", app="codeverify-api"} | json | duration_ms > 1000 | __error__=""',
  },
] as const satisfies readonly LogQuery[];

/** What people look for in its traces. */
export const traceQueries = [
  {
    id: "failed-api-requests",
    number: 4,
    title: "Failed API requests",
    description: "Requests in which something failed, with the span that did",
    expr: '{ resource.service.name = "codeverify-api" && status = error }',
  },
  {
    id: "slow-api-requests",
    number: 5,
    title: "Slow API requests",
    description: "Requests that took longer than a second, as the API saw them",
    expr: '{ resource.service.name = "codeverify-api" && kind = server && duration > 1s }',
  },
  {
    id: "slow-analyses-by-repository",
    number: 6,
    title: "Slow analyses by repository",
    description:
      "Analyses that took longer than a minute, each with its repository",
    expr: '{ resource.service.name = "codeverify-worker" && name = "analysis" && duration > 60s } | select(span.repository)',
  },
  {
    id: "llm-calls-that-fail",
    number: 7,
    title: "LLM calls that fail",
    description: "Calls of the worker to language models that failed",
    expr: '{ resource.service.name = "codeverify-worker" && span.llm.provider != nil && status = error }',
  },
] as const satisfies readonly TraceQuery[];
