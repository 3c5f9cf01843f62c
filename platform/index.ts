import type { ServiceDeclaration } from "../model/service";
import { platformTeam } from "../config/teams/platform";
import { logsAndTracesAlerts } from "./alerts/logs-and-traces";
import { backupAlerts } from "./alerts/backups";
import { notificationAlerts } from "./alerts/notification";
import { reportAlerts } from "./alerts/reports";
import { prometheusAlerts } from "./alerts/prometheus";
import { sloAlerts } from "./alerts/slos";
import { targetAlerts } from "./alerts/targets";
import { dashboards } from "./dashboards";
import { duties } from "./duties";
import { metrics } from "./metrics";
import { reports } from "./reports";
import { recording } from "./recording-rules";
import { sloRecording } from "./slo-recording";

/** The monitoring stack itself. Its targets come with the charts, so it declares none. */
export const platform: ServiceDeclaration = {
  key: "platform",
  displayName: "Platform",
  about:
    "The monitoring itself: Prometheus, Alertmanager, Grafana, Loki, Tempo, Alloy and what feeds them. Every other system is seen through it.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: platformTeam,
  reads: "every-system",
  namespace: "monitoring",
  metrics,
  publicHealth: {
    kind: "none",
    reason: "the other environment looks at each of its parts",
  },
  logs: {
    // What must see its node has a namespace of its own.
    sources: [{ namespace: "monitoring" }, { namespace: "monitoring-nodes" }],
  },
  traces: {
    kind: "none",
    reason: "its parts write logs and metrics; none is told to send traces",
  },
  recording: [...recording, sloRecording],
  alerts: [
    ...targetAlerts,
    ...prometheusAlerts,
    ...notificationAlerts,
    ...logsAndTracesAlerts,
    ...backupAlerts,
    ...reportAlerts,
    ...sloAlerts,
  ],
  noData: {
    kind: "none",
    reason:
      "a platform that is silent cannot say so: the external heartbeat does",
  },
  dashboards,
  reports,
  duties,
};
