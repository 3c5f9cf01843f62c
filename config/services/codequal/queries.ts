import type { LogQuery, TraceQuery } from "../../../model/saved-query";

/** What people look for in the logs of CodeQual and DeepWiki. */
export const logQueries: readonly LogQuery[] = [
  {
    id: "exceptions-by-service",
    number: 1,
    title: "Exceptions by service",
    description:
      "Exceptions that were reported to error tracking, each with its service, kind and message",
    expr: '{system="codequal"} |= "Exception captured" | json | __error__="" | line_format "{{.service}} {{.error_type}}: {{.error_message}}"',
  },
  {
    id: "one-request-across-services",
    number: 2,
    title: "One request across services",
    description:
      "Everything that all services wrote about the request whose trace is named at the top of the page",
    asks: [{ name: "trace_id", label: "Trace" }],
    expr: '{system="codequal"} | json | trace_id="$trace_id" | __error__=""',
  },
];

/** What people look for in their traces. */
export const traceQueries: readonly TraceQuery[] = [
  {
    id: "slow-pr-analyses",
    number: 3,
    title: "Slow PR analyses",
    description:
      "Analyses of pull requests that took longer than the five minutes of the SLO",
    expr: '{ resource.system = "codequal" && name = "analyze-pr" && duration > 300s }',
  },
  {
    id: "failed-pr-analyses",
    number: 4,
    title: "Failed PR analyses",
    description: "Analyses of pull requests that failed",
    expr: '{ resource.system = "codequal" && name = "analyze-pr" && status = error }',
  },
  {
    id: "deepwiki-trigger-time-by-mode",
    number: 5,
    title: "DeepWiki trigger time by mode",
    description:
      "Time within which DeepWiki had been triggered for 95 % of analyses, by mode",
    unit: "s",
    expr: '{ resource.system = "codequal" && name = "trigger-deepwiki" } | quantile_over_time(duration, .95) by (span.analysis.mode)',
  },
  {
    id: "analyses-without-vector-data",
    number: 6,
    title: "Analyses without vector data",
    description:
      "Analyses that had to ask DeepWiki, since the vector database knew nothing of the repository",
    expr: '{ resource.system = "codequal" && name = "analyze-pr" } >> { resource.system = "codequal" && name = "trigger-deepwiki" }',
  },
];
