import { days, minutes } from "../../../model/duration";
import type { GateEvidence, ReleaseGate } from "../../../model/release-gate";
import { business } from "./dashboards/business";
import { executive } from "./dashboards/executive";
import { operations } from "./dashboards/operations";
import { businessMetrics } from "./metrics/business";
import { stackMetrics } from "./metrics/stack";

const metricsOf = (...beginnings: readonly string[]): GateEvidence => ({
  kind: "metrics",
  names: Object.keys(stackMetrics).filter((name) =>
    beginnings.some((beginning) => name.startsWith(beginning)),
  ),
});

const page = (uid: string): GateEvidence => ({
  kind: "dashboards",
  uids: [uid],
  shows: "page",
});

const data = (uid: string): GateEvidence => ({
  kind: "dashboards",
  uids: [uid],
  shows: "data",
});

/**
 * An accepted message may not have been displayed: only a person can check Slack, the mailbox and
 * the phone.
 */
const shown: GateEvidence = {
  kind: "person",
  key: "channels",
  look: "Slack, the mailbox and the phone of whoever is on call each show the test alert",
};

/**
 * AccuBooks goes live only after its monitoring was verified: every item, on the running system.
 */
export const releaseGate: ReleaseGate = {
  unlocks: "Phase 3 (Controlled Beta)",
  title: "Monitoring Setup Verification Report",
  evidence: "launch/evidence/monitoring_setup_verification",
  checklist: [
    {
      text: "Prometheus scraping metrics from AccuBooks (15s interval)",
      evidence: [{ kind: "targets" }],
    },
    {
      text: "All required metrics visible in Prometheus",
      evidence: [{ kind: "metrics", names: "all" }],
    },
    {
      text: "Grafana dashboards created and accessible",
      evidence: [{ kind: "dashboards", uids: "all", shows: "page" }],
    },
    {
      text: "Executive dashboard shows real-time data",
      evidence: [
        data(executive.uid),
        { kind: "dashboards", uids: [executive.uid], shows: "refresh" },
      ],
    },
    {
      text: "Operations dashboard shows detailed metrics",
      evidence: [data(operations.uid)],
    },
    {
      text: "All critical alerts configured (P0)",
      evidence: [{ kind: "alerts", priority: "P0" }],
    },
    {
      text: "All high priority alerts configured (P1)",
      evidence: [{ kind: "alerts", priority: "P1" }],
    },
    {
      text: "Test alert successfully triggered and delivered",
      evidence: [{ kind: "test-alert" }],
    },
    {
      text: "Alert notification channels working (Slack, email, phone)",
      evidence: [{ kind: "test-alert" }, shown],
    },
    {
      text: "On-call engineer has dashboard access",
      evidence: [{ kind: "access" }],
    },
    {
      text: "Metrics retention configured (30 days minimum)",
      evidence: [{ kind: "retention" }],
    },
    {
      text: "Backup monitoring configured (redundant alerting)",
      evidence: [{ kind: "redundancy" }],
    },
  ],
  sections: [
    {
      heading: "Metrics Verification",
      items: [
        {
          text: "API performance metrics visible",
          evidence: [metricsOf("http_")],
        },
        {
          text: "Database performance metrics visible",
          evidence: [metricsOf("db_")],
        },
        {
          text: "Cache performance metrics visible",
          evidence: [metricsOf("cache_")],
        },
        {
          text: "Queue performance metrics visible",
          evidence: [metricsOf("forecast_")],
        },
        {
          text: "Business metrics visible",
          evidence: [{ kind: "metrics", names: Object.keys(businessMetrics) }],
        },
      ],
    },
    {
      heading: "Dashboard Verification",
      items: [
        {
          text: "Executive dashboard accessible",
          evidence: [page(executive.uid)],
        },
        {
          text: "Operations dashboard accessible",
          evidence: [page(operations.uid)],
        },
        {
          text: "Business metrics dashboard accessible",
          evidence: [page(business.uid)],
        },
        {
          text: "All panels showing data",
          evidence: [{ kind: "dashboards", uids: "all", shows: "data" }],
        },
        {
          text: "Refresh rates working",
          evidence: [{ kind: "dashboards", uids: "all", shows: "refresh" }],
        },
      ],
    },
    {
      heading: "Alert Verification",
      items: [
        {
          text: "Critical alerts configured (P0)",
          evidence: [{ kind: "alerts", priority: "P0" }],
        },
        {
          text: "High priority alerts configured (P1)",
          evidence: [{ kind: "alerts", priority: "P1" }],
        },
        {
          text: "Warning alerts configured (P2)",
          evidence: [{ kind: "alerts", priority: "P2" }],
        },
        {
          text: "Test alert triggered successfully",
          evidence: [{ kind: "test-alert" }],
        },
        {
          text: "Notifications delivered (Slack, email, phone)",
          evidence: [{ kind: "test-alert" }, shown],
        },
      ],
    },
  ],
  decisions: [
    "SUCCESS - Proceed to Phase 3 (Controlled Beta)",
    "INCOMPLETE - Fix issues and retry",
  ],
  retention: days(30),
  // The only priority that notifies Slack, mail and phone.
  testAlert: ["P0"],
  provokedFault: {
    path: "/api/test/trigger-errors",
    body: { count: 100, duration: "5m" },
    alert: "HighErrorRate",
    // Errors in the rate's window at the first scrape, and five minutes of the alert's `for`.
    within: minutes(8),
  },
};
