import { production } from "../support/environments/production";
import { staging } from "../support/environments/staging";
import { BLACKBOX_EXPORTER } from "../../helm/blackbox-exporter/chart";
import { GRAFANA } from "../../helm/grafana/chart";
import { POSTGRES_EXPORTER } from "../../helm/postgres-exporter/chart";
import { PROMETHEUS_OPERATOR_CRDS } from "../../helm/prometheus-operator-crds/chart";
import { PUSHGATEWAY } from "../../helm/pushgateway/chart";
import { REDIS_EXPORTER } from "../../helm/redis-exporter/chart";
import { KUBE_PROMETHEUS_STACK } from "../../helm/kube-prometheus-stack/chart";
import { IMAGE_TAGS } from "../../helm/kube-prometheus-stack/image-tags";
import { redisExporterValues } from "../../helm/redis-exporter/redis-exporter-values";
import { seconds } from "../../model/duration";
import { ENVIRONMENTS, asReceived, valuesOfCharts } from "./chart-values";
import { valueAt } from "./unknown-keys";

const of = (chart: string, environment = production): unknown =>
  valuesOfCharts(environment)[chart];

it.each([
  [REDIS_EXPORTER.chart, "shop-redis-exporter"],
  [POSTGRES_EXPORTER.chart, "shop-postgres-exporter"],
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
  expect(valueAt(of(REDIS_EXPORTER.chart), "auth")).toEqual({
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

it("connects to PostgreSQL over TLS with a password from a Secret", () => {
  expect(valueAt(of(POSTGRES_EXPORTER.chart), "config", "datasource")).toEqual({
    host: "postgres.shop.svc",
    port: "5433",
    user: "monitoring",
    database: "shop",
    sslmode: "require",
    passwordSecret: { name: "shop-postgres", key: "password" },
  });
});

it("keeps what jobs push under their own name", () => {
  expect(valueAt(of(PUSHGATEWAY.chart), "serviceMonitor", "honorLabels")).toBe(
    true,
  );
});

it("probes over HTTP by IPv4 and names the port by which it is watched itself", () => {
  const values = of(BLACKBOX_EXPORTER.chart);
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
  const values = of(PUSHGATEWAY.chart);
  expect(valueAt(values, "persistentVolume")).toEqual({
    enabled: true,
    mountPath: "/data",
    size: "1Gi",
  });
  expect(valueAt(values, "extraArgs")).toEqual([
    "--persistence.file=/data/pushgateway.data",
  ]);
});

it.each([REDIS_EXPORTER.chart, POSTGRES_EXPORTER.chart])(
  "gives %s no access to the Kubernetes API",
  (chart) => {
    expect(valueAt(of(chart), "rbac")).toEqual({ create: false });
  },
);

it("scrapes what has no interval of its own as often as the environment says", () => {
  const prometheus = { ...production.prometheus, scrapeInterval: seconds(17) };
  const environment = { ...production, prometheus };
  for (const [chart, ...monitor] of [
    [REDIS_EXPORTER.chart, "serviceMonitor"],
    [POSTGRES_EXPORTER.chart, "serviceMonitor"],
    [GRAFANA.chart, "serviceMonitor"],
    [BLACKBOX_EXPORTER.chart, "serviceMonitor", "selfMonitor"],
  ] as const) {
    expect(valueAt(of(chart, environment), ...monitor, "interval")).toBe("17s");
  }
});

it("spreads the replicas that probe over zones in production", () => {
  const constraints = (environment: typeof production): unknown =>
    valueAt(
      of(BLACKBOX_EXPORTER.chart, environment),
      "topologySpreadConstraints",
    );
  expect(constraints(staging)).toEqual([]);
  expect(constraints(production)).toMatchObject([
    { topologyKey: "topology.kubernetes.io/zone" },
  ]);
});

it.each(ENVIRONMENTS.map((environment) => [environment.name, environment]))(
  "leaves every image of %s to its pinned chart, but those that the operator runs",
  (_, environment) => {
    const { [KUBE_PROMETHEUS_STACK.chart]: stack, ...others } =
      valuesOfCharts(environment);
    // Of Loki's gateway the chart's own tag moves.
    const gateway = /"image":\{"tag":"\d+\.\d+\.\d+-alpine"\},/;
    expect(JSON.stringify(others).replace(gateway, "")).not.toMatch(
      /"(image|tag)":|latest/,
    );
    expect(
      JSON.stringify(stack)
        .match(/"tag":"[^"]*"/g)
        ?.sort(),
    ).toEqual([
      `"tag":"${IMAGE_TAGS.alertmanager}"`,
      `"tag":"${IMAGE_TAGS.prometheus}"`,
    ]);
  },
);

it("keeps the definitions when their release is deleted", () => {
  expect(of(PROMETHEUS_OPERATOR_CRDS.chart)).toEqual({
    crds: { annotations: { "helm.sh/resource-policy": "keep" } },
  });
});

const HARDENED = [
  [BLACKBOX_EXPORTER.chart, "podSecurityContext", "securityContext"],
  [REDIS_EXPORTER.chart, "podSecurityContext", "securityContext"],
  [POSTGRES_EXPORTER.chart, "podSecurityContext", "securityContext"],
  [PUSHGATEWAY.chart, "securityContext", "containerSecurityContext"],
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
