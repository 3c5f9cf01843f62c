import type { LogQuery, TraceQuery } from "../../../model/saved-query";
import { errorLines } from "../../../patterns/error-lines";
import { ANY_META_REPOSITORY } from "../meta-repositories";

/**
 * What people look for in the logs of all six at once. Errors of one alone stand on its own page.
 */
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

/** What people look for in the traces of several of them. */
export const traceQueries: readonly TraceQuery[] = [
  {
    id: "slow-api-spans-nebula-and-aurora",
    number: 2,
    title: "Slow API spans (nebula and aurora)",
    description:
      "Requests to the APIs that took longer than the tenth of a second that both promise",
    expr: '{ resource.system =~ "nebula|aurora" && kind = server && duration > 100ms }',
  },
];
