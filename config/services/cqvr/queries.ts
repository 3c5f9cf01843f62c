import type { LogQuery } from "../../../model/saved-query";

/** What people look for in CQVR's logs. */
export const logQueries = [
  {
    id: "collection-run-errors",
    number: 1,
    title: "Collection run errors",
    description: "What collection runs wrote about errors, tracebacks too",
    expr: '{system="cqvr", app="collect-metrics"} |~ "(?i)(error|traceback)"',
  },
  {
    id: "contract-execution-errors",
    number: 2,
    title: "Contract execution errors",
    description: "Errors of the application, each with its contract",
    expr: '{system="cqvr"} | json | level=~"(?i)error|critical" | __error__="" | line_format "{{.contract}}: {{.message}}"',
  },
] as const satisfies readonly LogQuery[];
