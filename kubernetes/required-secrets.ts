import { deployedCharts } from "../helm/deployed-charts";
import { readBy } from "../helm/parts/secret-use";
import type { SecretUse } from "../helm/parts/secret-use";
import type { EnvironmentConfig } from "../model/environment";
import type { Service } from "../model/service";
import { reportJobs } from "./reports/report-jobs";
import { reportSecrets } from "./reports/report-objects";

/** A Secret that must exist before the apply, with the keys that something reads. */
export interface RequiredSecret {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
  /** Releases and objects that would wait for it. */
  readonly usedBy: readonly string[];
}

/** Every Secret that an environment's releases and monitors read, one entry each, sorted. */
export function requiredSecrets(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly RequiredSecret[] {
  const uses = [
    ...deployedCharts.flatMap(({ secrets }) => secrets(environment, services)),
    ...backupUses(environment),
    ...reportUses(environment),
    ...services.flatMap(monitorUses),
  ];
  const bySecret = new Map<string, SecretUse[]>();
  for (const use of uses) {
    const own = bySecret.get(use.secret);
    if (own === undefined) bySecret.set(use.secret, [use]);
    else own.push(use);
  }
  return [...bySecret]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => ({
      namespace: environment.namespace,
      name,
      keys: [...new Set(own.map(({ key }) => key))].sort(),
      usedBy: [...new Set(own.map(({ usedBy }) => usedBy))].sort(),
    }));
}

const backupUses = ({
  backups,
  grafana,
}: EnvironmentConfig): readonly SecretUse[] =>
  backups.kind === "on" && grafana.state.kind === "postgres"
    ? readBy("backup-grafana", [grafana.state.password])
    : [];

const reportUses = (environment: EnvironmentConfig): readonly SecretUse[] =>
  reportJobs(environment).flatMap(({ name }) =>
    readBy(`report-${name}`, reportSecrets(environment)),
  );

const monitorUses = ({ targets }: Service): readonly SecretUse[] =>
  targets.flatMap(({ name, authentication }) =>
    authentication.kind === "bearer"
      ? readBy(`monitor ${name}`, [authentication.credentials])
      : [],
  );
