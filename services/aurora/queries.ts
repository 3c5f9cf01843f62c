import type { LogQuery } from "../../model/saved-query";

/** What people look for in aurora's logs. */
export const logQueries: readonly LogQuery[] = [
  {
    requirement: "XMR-L3",
    title: "Failed logins",
    description: "Logins that were refused, as the application wrote them",
    expr: '{system="aurora"} | json | action="login" | status="failed" | __error__=""',
  },
];
