import { production, staging } from "../support/organisation/environments";
import { requiredSecrets } from "../../kubernetes/required-secrets";
import { grafanaValues } from "../../helm/grafana/grafana-values";
import type { Service } from "../../model/service";
import { pagerDuty } from "../support/channels";
import { kafkaTraces, mimir, productionWith } from "../support/scaled";
import { goodService } from "../support/services";
import { forgottenSecrets, readSecrets } from "./required-secrets-judgement";

/**
 * A service with every kind of use, and one that shares a channel with it and uses nothing else.
 */
const services: readonly Service[] = [
  {
    ...goodService,
    exporters: [
      {
        kind: "redis",
        name: "shop-redis-exporter",
        address: "redis://redis.shop.svc:6379",
        password: { secret: "shop-data", key: "redis" },
      },
      {
        kind: "redis",
        name: "shop-cache-exporter",
        address: "redis://cache.shop.svc:6379",
        password: { kind: "none" },
      },
      {
        kind: "postgres",
        name: "shop-postgres-exporter",
        host: "postgres.shop.svc",
        database: "shop",
        user: "monitoring",
        password: { secret: "shop-data", key: "postgres" },
      },
    ],
  },
  {
    ...goodService,
    key: "till",
    team: {
      ...goodService.team,
      channels: {
        ...goodService.team.channels,
        pager: [pagerDuty("till")],
      },
    },
    targets: [],
  },
];

const table = (environment: typeof production): readonly string[] =>
  requiredSecrets(environment, services).map(
    ({ namespace, name, keys, usedBy }) =>
      `${namespace}/${name}: ${keys.join(", ")} (${usedBy.join(", ")})`,
  );

it("lists what production reads", () => {
  expect(table(production)).toEqual([
    "monitoring/alertmanager-heartbeat: url (alertmanager)",
    "monitoring/alertmanager-pagerduty: platform, shop, till (alertmanager, grafana)",
    "monitoring/alertmanager-slack: monitoring-platform, monitoring-reports, monitoring-staging, monitoring-unrouted, shop-alerts (alertmanager, grafana, report-monthly, report-quality, report-weekly)",
    "monitoring/alloy-user-id-key: key (alloy-gateway, alloy-logs)",
    "monitoring/grafana-admin: admin-password, admin-user, metrics-password, secret-key (grafana)",
    "monitoring/grafana-database: password (backup-grafana, grafana)",
    "monitoring/grafana-sso: client-secret (grafana)",
    "monitoring/shop-data: postgres, redis (shop-postgres-exporter, shop-redis-exporter)",
    "monitoring/shop-token: token (monitor shop)",
    "monitoring/smtp: password (alertmanager, grafana, report-monthly, report-quality, report-weekly)",
    "monitoring/thanos-object-storage: objstore.yml (prometheus)",
  ]);
});

it("lists what staging reads: no archive, no database, one channel for all, and the pager of those whose production it watches", () => {
  expect(table(staging)).toEqual([
    "monitoring/alertmanager-heartbeat: url (alertmanager)",
    "monitoring/alertmanager-pagerduty: platform (grafana)",
    "monitoring/alertmanager-slack: monitoring-platform, monitoring-staging (alertmanager, grafana)",
    "monitoring/alloy-user-id-key: key (alloy-gateway, alloy-logs)",
    "monitoring/grafana-admin: admin-password, admin-user, metrics-password, secret-key (grafana)",
    "monitoring/grafana-sso: client-secret (grafana)",
    "monitoring/shop-data: postgres, redis (shop-postgres-exporter, shop-redis-exporter)",
    "monitoring/shop-token: token (monitor shop)",
    "monitoring/smtp: password (grafana)",
  ]);
});

it.each([
  ["production", production, { variables: 6, files: 3 }],
  ["staging", staging, { variables: 5, files: 3 }],
])(
  "forgets no file of %s's Alertmanager, and no file or variable of its Grafana",
  (_, environment, { variables, files }) => {
    const read = readSecrets(environment, services);
    expect(read.alertmanagerFiles.length).toBeGreaterThan(0);
    expect(read.grafanaVariables).toHaveLength(variables);
    expect(read.grafanaFiles).toHaveLength(files);
    expect(forgottenSecrets(environment, services)).toEqual([]);
  },
);

it.each([
  ["production", production],
  ["staging", staging],
])("mounts the files of %s's Grafana, and no other", (_, environment) => {
  const { grafanaFiles: files } = readSecrets(environment, services);
  const mounts = grafanaValues(environment)["extraSecretMounts"] as readonly {
    readonly secretName: string;
    readonly mountPath: string;
    readonly readOnly: boolean;
    readonly items: readonly {
      readonly key: string;
      readonly path: string;
    }[];
  }[];
  expect(
    mounts
      .flatMap(({ mountPath, items }) =>
        items.map(({ path }) => `${mountPath}/${path}`),
      )
      .sort(),
  ).toEqual([...new Set(files)].map((file) => `/etc/secrets/${file}`).sort());
  for (const mount of mounts) {
    expect(mount).toMatchObject({
      mountPath: `/etc/secrets/${mount.secretName}`,
      readOnly: true,
      defaultMode: 0o440,
    });
    expect(mount.items.filter(({ key, path }) => key !== path)).toEqual([]);
  }
});

it("asks for the password of Kafka and for no archive where stores are of another kind", () => {
  const names = (environment: typeof production): readonly string[] =>
    table(environment).filter((line) => /tempo|thanos/.test(line));
  expect(names(production)).toEqual([
    "monitoring/thanos-object-storage: objstore.yml (prometheus)",
  ]);
  expect(
    names(productionWith({ traces: kafkaTraces, metrics: mimir })),
  ).toEqual(["monitoring/tempo-kafka: password (tempo)"]);
});
