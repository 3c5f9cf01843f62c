import type { ServiceDeclaration } from "../model/service";
import type { ReportSection } from "../model/report";
import type { Team } from "../model/team";
import { logsAndTracesAlerts } from "./alerts/logs-and-traces";
import { dependencyAlerts } from "./alerts/dependencies";
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

/** Parameters of the platform's declaration. */
export interface PlatformProps {
  /** The team that runs it. */
  readonly team: Team;
  /**
   * Sections of the reports, in order. A section appears once its system is declared.
   * @default the sections about every system
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
    "The monitoring itself: Prometheus, Alertmanager, Grafana, Loki, Tempo, Alloy and their exporters. It monitors every other system.",
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
    reason: "the other environment probes each of its components",
  },
  logs: {
    // Pods that need access to their node have a namespace of their own.
    sources: [{ namespace: "monitoring" }, { namespace: "monitoring-nodes" }],
  },
  traces: {
    kind: "none",
    reason:
      "its components send logs and metrics, but none is configured to send traces",
  },
  recording: [...recording, sloRecording],
  alerts: [
    ...targetAlerts,
    ...dependencyAlerts,
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
      "the platform cannot report its own absence: the external dead man's switch does",
  },
  dashboards,
  reports,
  recurringTasks,
});
