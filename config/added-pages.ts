import type { AddedPage } from "../model/added-page";

const UNSEEN =
  "its owner takes broken SLOs and critical findings for critical, and a system that is down counts neither: its health endpoint is probed";

/** Alerts of P0 that no owner's document asks for, and why they page nevertheless. */
export const addedPages: readonly AddedPage[] = [
  {
    system: "cqvr",
    alert: "SystemDown",
    reason:
      "its owner's table of incident levels names a system that is down as P0, and gives no rule for it",
  },
  {
    system: "cqvr",
    alert: "CqvrDashboardDown",
    reason:
      "people see the system by the dashboard whose address its owner states, and nothing else shows that it is gone",
  },
  {
    system: "codeverify",
    alert: "CodeverifyApiDown",
    reason:
      "its owner pages on failing requests, and an API that answers none counts none: the health endpoint that the owner names is probed",
  },
  {
    system: "codequal",
    alert: "CodequalHealthCheckFailing",
    reason:
      "its owner states the health endpoint and what it checks, and an alert on one of the dependencies only: the others page by it",
  },
  {
    system: "codequal",
    alert: "CodequalNotReady",
    reason:
      "its owner states an endpoint for readiness: an API that takes no requests fails none, so no ratio shows it",
  },
  ...[
    ["nebula", "NebulaDown"],
    ["sentinel", "SentinelDown"],
    ["chronos", "ChronosDown"],
    ["titan", "TitanDown"],
    ["obsidian", "ObsidianDown"],
    ["aurora", "AuroraDown"],
  ].map(([system = "", alert = ""]) => ({ system, alert, reason: UNSEEN })),
  {
    system: "accubooks",
    alert: "AccubooksMetricsAbsent",
    reason:
      "its owner allows no users while the monitoring does not work: without metrics no alert on wrong figures can fire",
  },
  {
    system: "accubooks",
    alert: "AccubooksDependencyDown",
    reason:
      "the health endpoint names database, cache and queue: without one of them users get no answer, and the page names which",
  },
  {
    system: "accubooks",
    alert: "DataIntegrityLogEvent",
    reason:
      "its owner asks to be paged for each wrong figure and each violation: a process that dies with its counter has written its line",
  },
  {
    system: "platform",
    alert: "PrometheusNotConnectedToAlertmanagers",
    reason: "no other page is delivered while it fires",
  },
  {
    system: "platform",
    alert: "AlertmanagerNotificationsFailing",
    reason: "pages of any system may be lost while it fires",
  },
  {
    system: "platform",
    alert: "SloErrorBudgetBurningFast",
    reason:
      "the owners of the six meta-repositories ask for it; in other systems it pages where their SLO does, and only while no tier of that SLO does",
  },
];
