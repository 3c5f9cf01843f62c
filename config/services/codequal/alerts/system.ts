import type { AlertDeclaration } from "../../../../model/alert";
import { minutes } from "../../../../model/duration";
import { dependencyDown } from "../../../../patterns/alerts/gauge-limit";
import { metricsAbsent, systemDown } from "../../../../patterns/alerts/absence";
import { pagerAndChat } from "../priorities";

/** CodeQual is down, lacks a dependency, or its metrics are absent. */
export const systemAlerts: readonly AlertDeclaration[] = [
  systemDown({
    name: "CodequalHealthCheckFailing",
    key: "codequal",
    for: minutes(2),
    priority: "P0",
    path: pagerAndChat,
    condition: "system-down",
    summary: "Health check of CodeQual fails",
    description:
      "The probe of /api/monitoring/health has failed or has been missing for 2 minutes: database, vector database, DeepWiki or Redis is not well, or the API does not answer.",
    action: "Ask the endpoint itself which dependency is not well.",
    causes: ["analysis-failures"],
    runbook: "codequal/health-check#codequalhealthcheckfailing",
    dashboard: "codequal-overview",
  }),
  systemDown({
    name: "CodequalNotReady",
    key: "codequal",
    probe: "ready",
    besides: "health",
    for: minutes(2),
    priority: "P0",
    path: pagerAndChat,
    condition: "system-down",
    summary: "CodeQual takes no requests",
    description:
      "The probe of /api/monitoring/ready has failed or has been missing for 2 minutes, while the health check finds every dependency well.",
    action: "Ask a pod for /ready, and see what it waits for.",
    causes: ["analysis-failures"],
    runbook: "codequal/health-check#codequalnotready",
    dashboard: "codequal-overview",
  }),
  systemDown({
    name: "CodequalPublicDashboardDown",
    key: "codequal",
    probe: "dashboard",
    for: minutes(2),
    priority: "P1",
    summary: "The public dashboard of CodeQual has no data",
    description:
      "The probe of /api/monitoring/public/dashboard has failed or has been missing for 2 minutes.",
    action: "Ask the endpoint without signing in, as the public does.",
    runbook: "codequal/public-dashboard",
    dashboard: "codequal-overview",
  }),
  dependencyDown({
    name: "DependencyDown",
    gauge: "codequal_dependency_up",
    labels: { dependency: "redis" },
    for: minutes(3),
    priority: "P1",
    summary: "At least one pod does not reach {{ $labels.dependency }}",
    description:
      "For 3 minutes at least one pod of CodeQual has not reached {{ $labels.dependency }}. If it is one of several, its analyses fail; if it is all, the dependency is down.",
    action: "See whether every pod or only one does not reach it.",
    causes: ["system-down"],
    runbook: "codequal/health-check#dependencydown",
    dashboard: "codequal-overview",
  }),
  metricsAbsent({
    name: "CodequalMetricsAbsent",
    key: "codequal",
    apps: ["codequal-api"],
    metric: "codequal_analysis_started_total",
    for: minutes(10),
    priority: "P1",
    summary: "No CodeQual metrics",
    description:
      "No pod of the API is scraped, or none counts analyses: the other alerts of CodeQual are blind.",
    action: "Open the targets page of Prometheus and read the scrape error.",
    runbook: "codequal/metrics-absent",
    dashboard: "codequal-overview",
  }),
];
