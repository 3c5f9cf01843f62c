import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The programs of the back-ups, each a file of `scripts/`, as they lie in a ConfigMap. */
export const BACKUP_SCRIPTS = [
  "dump-grafana.sh",
  "export-silences.sh",
  "upload.sh",
  "check-bucket-versions.sh",
  "push-success.sh",
] as const;

export type BackupScript = (typeof BACKUP_SCRIPTS)[number];

/** Their text by name. */
export const backupScripts = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    BACKUP_SCRIPTS.map((name) => [
      name,
      readFileSync(join(__dirname, "scripts", name), "utf8"),
    ]),
  );
