import type { EnvironmentConfig } from "../../model/environment";
import type { RoutingResult } from "../../checks/routing/routing-results";
import { notifiedAfter } from "../../checks/routing/notified-after";
import { peopleOf, priorityOf, systemOf } from "./routes-table";

/** An alert's routing as JSON. Durations are in Prometheus notation. */
export const asJson = (
  environment: EnvironmentConfig,
  result: RoutingResult,
  inhibitedBy: readonly string[],
): Readonly<Record<string, unknown>> => {
  const { alert, arrival } = result;
  const policy =
    alert.expected.kind === "team" ? alert.expected.policy : undefined;
  return {
    environment: environment.name,
    alert: alert.name,
    source: alert.source,
    system: systemOf(alert),
    priority: priorityOf(alert),
    labels: alert.labels,
    ...arrival,
    besides: result.besides,
    people: peopleOf(result),
    destinations: result.destinations,
    nobody: result.nobody ?? null,
    inhibitedBy,
    notifiedAfter: notifiedAfter(result)?.toString() ?? null,
    acknowledge: policy?.acknowledge?.toString() ?? null,
    response: policy?.response.toString() ?? null,
    faults: result.faults,
  };
};
