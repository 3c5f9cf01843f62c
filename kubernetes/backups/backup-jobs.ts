import type { EnvironmentConfig } from "../../model/environment";

/** Label of the pods of a back-up; policies select by it. */
export const BACKUP_LABEL = "monitoring-stack/backup";

/** A daily back-up, or a daily check. */
export interface BackupJob {
  /** Value of the label `backup` of its metric. */
  readonly name: "grafana" | "silences" | "bucket-versions";
  readonly what: string;
  /** Time of day, as cron writes it, in UTC. */
  readonly schedule: string;
}

/**
 * Every back-up. MonitoringBackupMissing names each of them: one that was never made has no series
 * whose age could be checked. Prometheus's own data is not among them: the archive has it.
 */
export const BACKUP_JOBS: readonly BackupJob[] = [
  {
    name: "grafana",
    what: "saves Grafana's database",
    schedule: "10 2 * * *",
  },
  {
    name: "silences",
    what: "saves Alertmanager's silences",
    schedule: "20 2 * * *",
  },
  {
    name: "bucket-versions",
    what: "checks that the platform's buckets keep versions",
    schedule: "30 2 * * *",
  },
];

/** The back-ups that an environment makes. */
export const backupJobs = (
  environment: EnvironmentConfig,
): readonly BackupJob[] =>
  environment.backups.kind === "on" ? BACKUP_JOBS : [];
