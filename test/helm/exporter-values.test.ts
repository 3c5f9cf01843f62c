import { production } from "../../config/environments/production";
import { staging } from "../../config/environments/staging";
import { CHARTS } from "../../helm/chart-versions";
import { redisExporterValues } from "../../helm/redis-exporter/redis-exporter-values";
import { seconds } from "../../model/duration";
import { ENVIRONMENTS, asReceived, valuesOfCharts } from "./chart-values";
import { valueAt } from "./unknown-keys";

const of = (chart: string, environment = production): unknown =>
  valuesOfCharts(environment)[chart];

it.each([
  [CHARTS.redisExporter.chart, "shop-redis-exporter"],
  [CHARTS.postgresExporter.chart, "shop-postgres-exporter"],
])("puts the system on every sample of %s", (chart, job) => {
  expect(valueAt(of(chart), "fullnameOverride")).toBe(job);
  expect(valueAt(of(chart), "serviceMonitor")).toEqual({
    enabled: true,
    interval: "30s",
    relabelings: [
      { targetLabel: "system", replacement: "shop" },
      { targetLabel: "job", replacement: job },
      { action: "labeldrop", regex: "service|endpoint" },
    ],
  });
});

it("takes the password of Redis from a Secret, and none where there is none", () => {
  expect(valueAt(of(CHARTS.redisExporter.chart), "auth")).toEqual({
    enabled: true,
    secret: { name: "shop-redis", key: "password" },
  });
  const open = redisExporterValues(production, "shop", {
    kind: "redis",
    name: "shop-redis-exporter",
    address: "redis://redis.shop.svc:6379",
    password: { kind: "none" },
  });
  expect(valueAt(asReceived(open), "auth")).toEqual({ enabled: false });
});

it("reaches PostgreSQL over TLS with a password from a Secret", () => {
  expect(
    valueAt(of(CHARTS.postgresExporter.chart), "config", "datasource"),
  ).toEqual({
    host: "postgres.shop.svc",
    port: "5433",
    user: "monitoring",
    database: "shop",
    sslmode: "require",
    passwordSecret: { name: "shop-postgres", key: "password" },
  });
});

it("keeps what jobs push under their own name", () => {
  expect(
    valueAt(of(CHARTS.pushgateway.chart), "serviceMonitor", "honorLabels"),
  ).toBe(true);
});

it("probes over HTTP by IPv4 and names the port by which it is watched itself", () => {
  const values = of(CHARTS.blackboxExporter.chart);
  const http = {
    valid_http_versions: ["HTTP/1.1", "HTTP/2.0"],
    follow_redirects: true,
    preferred_ip_protocol: "ip4",
  };
  // Beside these, probes that ask for a particular answer have modules of their own.
  expect(valueAt(values, "config", "modules")).toMatchObject({
    http_2xx: { prober: "http", timeout: "5s", http },
    http_2xx_untrusted: {
      prober: "http",
      timeout: "5s",
      http: { ...http, tls_config: { insecure_skip_verify: true } },
    },
    "shop-health": {
      prober: "http",
      timeout: "5s",
      http: {
        ...http,
        valid_status_codes: [200],
        fail_if_body_not_matches_regexp: ["healthy"],
      },
    },
  });
  expect(valueAt(values, "serviceMonitor", "selfMonitor")).toEqual({
    enabled: true,
    port: "http",
    interval: "30s",
    scrapeTimeout: "10s",
  });
});

it("remembers what was pushed over a restart, on the volume that is mounted", () => {
  const values = of(CHARTS.pushgateway.chart);
  expect(valueAt(values, "persistentVolume")).toEqual({
    enabled: true,
    mountPath: "/data",
    size: "1Gi",
  });
  expect(valueAt(values, "extraArgs")).toEqual([
    "--persistence.file=/data/pushgateway.data",
  ]);
});

it.each([CHARTS.redisExporter.chart, CHARTS.postgresExporter.chart])(
  "lets %s ask nothing of the cluster",
  (chart) => {
    expect(valueAt(of(chart), "rbac")).toEqual({ create: false });
  },
);

it("scrapes what has no interval of its own as often as the environment says", () => {
  const prometheus = { ...production.prometheus, scrapeInterval: seconds(17) };
  const environment = { ...production, prometheus };
  for (const [chart, ...monitor] of [
    [CHARTS.redisExporter.chart, "serviceMonitor"],
    [CHARTS.postgresExporter.chart, "serviceMonitor"],
    [CHARTS.grafana.chart, "serviceMonitor"],
    [CHARTS.blackboxExporter.chart, "serviceMonitor", "selfMonitor"],
  ] as const) {
    expect(valueAt(of(chart, environment), ...monitor, "interval")).toBe("17s");
  }
});

it("spreads the replicas that probe over zones in production", () => {
  const constraints = (environment: typeof production): unknown =>
    valueAt(
      of(CHARTS.blackboxExporter.chart, environment),
      "topologySpreadConstraints",
    );
  expect(constraints(staging)).toEqual([]);
  expect(constraints(production)).toMatchObject([
    { topologyKey: "topology.kubernetes.io/zone" },
  ]);
});

it.each(ENVIRONMENTS.map((environment) => [environment.name, environment]))(
  "takes no image of %s that moves",
  (_, environment) => {
    expect(JSON.stringify(valuesOfCharts(environment))).not.toMatch(/latest/);
  },
);

it("keeps the definitions when their release is deleted", () => {
  expect(of(CHARTS.operatorCrds.chart)).toEqual({
    crds: { annotations: { "helm.sh/resource-policy": "keep" } },
  });
});

const HARDENED = [
  [CHARTS.blackboxExporter.chart, "podSecurityContext", "securityContext"],
  [CHARTS.redisExporter.chart, "podSecurityContext", "securityContext"],
  [CHARTS.postgresExporter.chart, "podSecurityContext", "securityContext"],
  [CHARTS.pushgateway.chart, "securityContext", "containerSecurityContext"],
] as const;

it.each(HARDENED)("restricts the pods of %s", (chart, pod, container) => {
  for (const environment of ENVIRONMENTS) {
    const values = of(chart, environment);
    expect(valueAt(values, pod)).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: "RuntimeDefault" },
    });
    expect(valueAt(values, container)).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(valueAt(values, "resources", "limits", "memory")).toBe("64Mi");
    expect(valueAt(values, "resources", "limits", "cpu")).toBeUndefined();
  }
});
