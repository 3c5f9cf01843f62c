import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";

/**
 * Checks that production is backed up, that its state can be saved, and that the back-ups do not
 * share a bucket with what they save.
 */
export function checkBackups(
  path: string,
  environment: EnvironmentConfig,
): readonly Problem[] {
  const { backups, grafana, logs, traces, kind } = environment;
  if (backups.kind === "off") {
    return kind === "production"
      ? [
          {
            path: `${path} backups`,
            message:
              "production must be backed up, or MonitoringBackupMissing fires for ever",
            got: "off",
            next: 'set kind "on" with a bucket of its own',
          },
        ]
      : [];
  }
  const problems: Problem[] = [];
  if (grafana.state.kind === "volume") {
    problems.push({
      path: `${path} backups`,
      message: "cannot back up a Grafana that keeps its state on a volume",
      next: 'keep the state in kind "postgres", or switch back-ups off with a reason',
    });
  }
  const shared = [logs.storage, traces.storage].some(
    (storage) => storage.kind === "s3" && storage.bucket === backups.bucket,
  );
  if (shared || backups.bucket.trim() === "") {
    problems.push({
      path: `${path} backups.bucket`,
      message: "must be a bucket of its own",
      got: backups.bucket,
      next: "name a bucket that nothing else writes to: a role that may delete logs must not have access to back-ups",
    });
  }
  return problems;
}
