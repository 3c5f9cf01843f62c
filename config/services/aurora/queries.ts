import type { LogQuery } from "../../../model/saved-query";
import { errorLog } from "../../../patterns/error-lines";

/** What people look for in aurora's logs. */
export const logQueries: readonly LogQuery[] = [
  errorLog({ requirement: "XMR-L1", system: "aurora" }),
  {
    requirement: "XMR-L3",
    title: "Failed logins",
    description: "Logins that were refused, as the application wrote them",
    expr: '{system="aurora"} | json | action="login" | status="failed" | __error__=""',
  },
];
