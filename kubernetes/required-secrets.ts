import type { EnvironmentConfig } from "../model/environment";
import type { Service } from "../model/service";
import { contactPointSecrets } from "../alertmanager/second-path/grafana-contact-points";
import { routingSecrets } from "../alertmanager/secrets";
import { CHARTS } from "../helm/chart-versions";
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

interface Use {
  readonly secret: string;
  readonly key: string;
  readonly usedBy: string;
}

/** Every Secret that an environment's releases and monitors read, one entry each, sorted. */
export function requiredSecrets(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly RequiredSecret[] {
  const uses = [
    ...grafanaUses(environment),
    ...routingSecrets(environment, services).map((reference) => ({
      ...reference,
      usedBy: "alertmanager",
    })),
    ...(environment.metrics.kind === "thanos"
      ? [{ ...environment.metrics.objectStorage, usedBy: "prometheus" }]
      : []),
    ...traceUses(environment),
    ...backupUses(environment),
    ...reportUses(environment),
    ...[CHARTS.alloyLogs, CHARTS.alloyGateway].map(({ release }) => ({
      ...environment.alloy.userIdKey,
      usedBy: release,
    })),
    ...services.flatMap(serviceUses),
  ];
  const bySecret = new Map<string, Use[]>();
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

const traceUses = ({ traces }: EnvironmentConfig): readonly Use[] =>
  traces.kind === "distributed-kafka" && traces.kafka.credentials !== undefined
    ? [{ ...traces.kafka.credentials.password, usedBy: "tempo" }]
    : [];

function grafanaUses(environment: EnvironmentConfig): readonly Use[] {
  const { admin, singleSignOn, state } = environment.grafana;
  const usedBy = "grafana";
  return [
    { secret: admin.secret, key: admin.userKey, usedBy },
    { secret: admin.secret, key: admin.passwordKey, usedBy },
    { secret: admin.secret, key: admin.encryptionKey, usedBy },
    { ...singleSignOn.clientSecret, usedBy },
    { ...environment.smtp.password, usedBy },
    ...contactPointSecrets(environment).map((key) => ({ ...key, usedBy })),
    ...(state.kind === "postgres" ? [{ ...state.password, usedBy }] : []),
  ];
}

const backupUses = ({ backups, grafana }: EnvironmentConfig): readonly Use[] =>
  backups.kind === "on" && grafana.state.kind === "postgres"
    ? [{ ...grafana.state.password, usedBy: "backup-grafana" }]
    : [];

const reportUses = (environment: EnvironmentConfig): readonly Use[] =>
  reportJobs(environment).flatMap(({ name }) =>
    reportSecrets(environment).map((reference) => ({
      ...reference,
      usedBy: `report-${name}`,
    })),
  );

const serviceUses = (service: Service): readonly Use[] => [
  ...service.exporters.flatMap(({ name, password }) =>
    "secret" in password ? [{ ...password, usedBy: name }] : [],
  ),
  ...service.targets.flatMap(({ name, authentication }) =>
    authentication.kind === "bearer"
      ? [{ ...authentication.credentials, usedBy: `monitor ${name}` }]
      : [],
  ),
];
