import type { AlertDeclaration } from "../../model/alert";
import { hours, minutes } from "../../model/duration";

/** Time of the last success of a back-up, pushed by one of its jobs. */
const success = (
  backup: string,
  instance: string,
  values: string,
): Readonly<Record<string, string>> => ({
  [`monitoring_backup_last_success_timestamp_seconds{backup="${backup}", instance="${instance}"}`]:
    values,
});

const missing = (backup: string) => ({
  labels: { backup },
  summary: `No back-up of ${backup} in the last 26 hours`,
});

/** Each of them succeeded a while after the fault. */
const made: Readonly<Record<string, string>> = {
  ...success("grafana", "new", "5000x60"),
  ...success("silences", "new", "5000x60"),
  ...success("bucket-versions", "new", "5000x60"),
};

/** Back-ups of data that no repository holds. */
export const backupAlerts: readonly AlertDeclaration[] = [
  {
    name: "MonitoringBackupMissing",
    // Each by name: a back-up that was never made has no series that could age.
    expr: `time() - max by (backup) (monitoring_backup_last_success_timestamp_seconds) > {age}
  or absent(monitoring_backup_last_success_timestamp_seconds{backup="grafana"})
  or absent(monitoring_backup_last_success_timestamp_seconds{backup="silences"})
  or absent(monitoring_backup_last_success_timestamp_seconds{backup="bucket-versions"})`,
    thresholds: { age: hours(26) },
    for: minutes(30),
    severity: "warning",
    priority: "P1",
    summary: "No back-up of {{ $labels.backup }} in the last 26 hours",
    description:
      "For half an hour the last back-up that completed has been older than 26 hours, or none has ever completed.",
    action: "Read the log of the last job of this back-up.",
    runbook: "platform/monitoring-backup-missing",
    dashboard: "monitoring-platform",
    only: {
      environments: { kind: "production" },
      reason: "staging makes no back-ups",
    },
    proof: {
      // The clock of a proof begins at zero, so what was before is negative. A fault begins 65
      // minutes later.
      fires: [
        {
          // Two jobs of one back-up: the newer counts. After two minutes it is a little older than
          // 26 hours.
          series: {
            ...success("grafana", "old", "-200000x60"),
            ...success("grafana", "new", "-89600x60"),
            ...success("silences", "new", "3900+60x60"),
            ...success("bucket-versions", "new", "3900+60x60"),
          },
          at: minutes(32),
          expect: [missing("grafana")],
          resolves: { series: made, after: minutes(1) },
        },
        {
          // Never made since the platform was installed.
          series: {
            ...success("silences", "new", "3900+60x60"),
            ...success("bucket-versions", "new", "3900+60x60"),
          },
          at: minutes(30),
          expect: [missing("grafana")],
          resolves: { series: made, after: minutes(1) },
        },
        {
          series: success("grafana", "new", "3900+60x60"),
          at: minutes(30),
          expect: [missing("silences"), missing("bucket-versions")],
          resolves: { series: made, after: minutes(1) },
        },
      ],
      quiet: [
        {
          // Exactly 26 hours old, all the time.
          series: {
            ...success("grafana", "old", "-200000x60"),
            ...success("grafana", "new", "-93600+60x60"),
            ...success("silences", "new", "-93600+60x60"),
            ...success("bucket-versions", "new", "-93600+60x60"),
          },
          at: minutes(60),
        },
      ],
    },
  },
];
