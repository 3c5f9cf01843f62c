import type { AlertDeclaration } from "../../../../model/alert";
import { minutes } from "../../../../model/duration";
import { dependencyDown } from "../../../../patterns/alerts/gauge-limit";
import { metricsAbsent, systemDown } from "../../../../patterns/alerts/absence";

/** AccuBooks is down, or its metrics are absent. */
export const availabilityAlerts: readonly AlertDeclaration[] = [
  systemDown({
    name: "SystemDown",
    key: "accubooks",
    for: minutes(1),
    priority: "P0",
    condition: "system-down",
    summary:
      "Health check failed three consecutive times (probe every 30 s, failing for 60 s)",
    description:
      "The API does not answer its health check, or finds its database, cache or queue unhealthy: users get errors or no answer. The probe has failed or has been missing since a minute before this alert.",
    action: "Ask the endpoint itself which dependency is not healthy.",
    causes: ["api-errors"],
    runbook: "accubooks/system-down#systemdown",
    dashboard: "accubooks-operations",
  }),
  metricsAbsent({
    name: "AccubooksMetricsAbsent",
    key: "accubooks",
    apps: ["accubooks"],
    metric: 'http_requests_total{system="accubooks"}',
    for: minutes(5),
    priority: "P0",
    condition: "system-down",
    summary: "No AccuBooks metrics; monitoring is blind",
    description:
      "For 5 minutes no pod of AccuBooks has been scraped, or none counts requests: no other alert on its metrics can fire.",
    action: "Read the scrape error on the targets page of Prometheus.",
    runbook: "accubooks/metrics-absent",
    dashboard: "accubooks-operations",
  }),
  dependencyDown({
    name: "AccubooksDependencyDown",
    gauge: 'dependency_up{system="accubooks"}',
    labels: { dependency: "database" },
    for: minutes(2),
    priority: "P0",
    summary: "At least one replica does not reach {{ $labels.dependency }}",
    description:
      "For 2 minutes at least one replica of AccuBooks has found {{ $labels.dependency }} unhealthy. If it is one of several, the requests to it fail; if it is all, the dependency is down.",
    action: "Count the replicas that do not reach it: one, or all.",
    causes: ["system-down", "api-errors", "slo-api-availability"],
    runbook: "accubooks/system-down#accubooksdependencydown",
    dashboard: "accubooks-operations",
  }),
];
