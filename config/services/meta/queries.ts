import type { LogQuery, TraceQuery } from "../../../model/saved-query";
import { errorLines } from "../../../patterns/error-lines";
import { ANY_META_REPOSITORY } from "../meta-repositories";

/** Saved queries about the logs of all six. Errors of a single system are on its own page. */
export const logQueries: readonly LogQuery[] = [
  {
    id: "errors-of-a-meta-repository",
    number: 1,
    title: "Errors of a meta-repository",
    description:
      "What any of the six wrote as an error, by what wrote it; add system to the selection to see one",
    expr: `${errorLines(`system=~"${ANY_META_REPOSITORY}"`)} | line_format "{{.service}} {{.message}}"`,
  },
];

/** Saved queries about traces of several of them. */
export const traceQueries: readonly TraceQuery[] = [
  {
    id: "slow-api-spans-nebula-and-aurora",
    number: 2,
    title: "Slow API spans (nebula and aurora)",
    description:
      "Requests to the APIs that took longer than 100 ms, the latency objective of both",
    expr: '{ resource.system =~ "nebula|aurora" && kind = server && duration > 100ms }',
  },
];
