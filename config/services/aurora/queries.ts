import type { LogQuery } from "../../../model/saved-query";
import { errorLog } from "../../../patterns/error-lines";

/** What people look for in aurora's logs. */
export const logQueries: readonly LogQuery[] = [
  errorLog({ system: "aurora" }),
  {
    id: "failed-logins",
    number: 2,
    title: "Failed logins",
    description: "Logins that were refused, as the application wrote them",
    expr: '{system="aurora"} | json | action="login" | status="failed" | __error__=""',
  },
];
