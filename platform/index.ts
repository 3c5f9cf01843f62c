import type { ServiceDeclaration } from "../model/service";
import type { ReportSection } from "../model/report";
import type { Team } from "../model/team";
import { logsAndTracesAlerts } from "./alerts/logs-and-traces";
import { backupAlerts } from "./alerts/backups";
import { notificationAlerts } from "./alerts/notification";
import { reportAlerts } from "./alerts/reports";
import { prometheusAlerts } from "./alerts/prometheus";
import { sloAlerts } from "./alerts/slos";
import { targetAlerts } from "./alerts/targets";
import { dashboards } from "./dashboards";
import { recurringTasks } from "./recurring-tasks";
import { everySystemSections } from "./every-system-sections";
import { exampleSystems } from "./example-systems";
import { metrics } from "./metrics";
import { recording } from "./recording-rules";
import { sloRecording } from "./slo-recording";

/** What an organisation says of the monitoring that it runs. */
export interface PlatformProps {
  /** Who runs it. */
  readonly team: Team;
  /**
   * Sections of the reports to stakeholders, in the order in which they are read. A section is
   * there once its system is declared.
   * @default what is said of every system
   */
  readonly reports?: readonly ReportSection[];
}

/** The monitoring stack itself. Its targets come with the charts, so it declares none. */
export const platform = ({
  team,
  reports = everySystemSections,
}: PlatformProps): ServiceDeclaration => ({
  key: "platform",
  displayName: "Platform",
  about:
    "The monitoring itself: Prometheus, Alertmanager, Grafana, Loki, Tempo, Alloy and what feeds them. Every other system is seen through it.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team,
  reads: "every-system",
  provedOn: exampleSystems,
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
  recurringTasks,
});
