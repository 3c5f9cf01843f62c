import type { EnvironmentConfig } from "../../model/environment";
import type { Reached } from "../../checks/routing/reached";
import { toldAfter } from "../../checks/routing/told-after";
import { peopleOf, priorityOf, systemOf } from "./routes-table";

/** What becomes of an alert, for programs. Times are as Prometheus writes them. */
export const asJson = (
  environment: EnvironmentConfig,
  result: Reached,
  inhibitedBy: readonly string[],
): Readonly<Record<string, unknown>> => {
  const { alert, arrival } = result;
  const reach =
    alert.promised.kind === "team" ? alert.promised.reach : undefined;
  return {
    environment: environment.name,
    alert: alert.name,
    source: alert.source,
    system: systemOf(alert),
    priority: priorityOf(alert),
    labels: alert.labels,
    ...arrival,
    people: peopleOf(result),
    places: result.places,
    nobody: result.nobody ?? null,
    inhibitedBy,
    toldAfter: toldAfter(result)?.toString() ?? null,
    acknowledge: reach?.acknowledge?.toString() ?? null,
    response: reach?.response.toString() ?? null,
    faults: result.faults,
  };
};
