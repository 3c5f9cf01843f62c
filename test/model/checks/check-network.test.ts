import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { checkBackups } from "../../../model/checks/check-backups";
import { checkNetwork } from "../../../model/checks/check-network";
import { clusterAddress } from "../../../model/cluster-address";
import type {
  ClusterNetwork,
  EnvironmentConfig,
} from "../../../model/environment";
import { formatProblem } from "../../../model/problem";
import {
  kafkaTraces,
  mimir,
  productionWith,
  thanosWithQuery,
} from "../../support/scaled";

const path = "environments/production";
const withNetwork = (change: Partial<ClusterNetwork>): EnvironmentConfig => ({
  ...production,
  network: { ...production.network, ...change },
});

const check = (environment: EnvironmentConfig): readonly string[] =>
  [...checkNetwork(path, environment), ...checkBackups(path, environment)].map(
    formatProblem,
  );

it("finds nothing in the environments of this repository", () => {
  expect(check(production)).toEqual([]);
  expect(check(staging)).toEqual([]);
});

const cutOff = (field: string, got: string): string =>
  `environments/production ${field}: is in the namespace "monitoring", whose network policies admit only the platform's own pods, got ${got}; run it in a namespace of its own, or outside the cluster`;

const noRange = (field: string, got: string): string =>
  `environments/production network.${field}: is not a range of IPv4 addresses, got ${got}; allowed: the first address of a range and its length: 10.0.0.0/20; correct it`;

it.each<[string, EnvironmentConfig, string]>([
  [
    "an address without a length",
    withNetwork({ nodes: ["10.0.0.0"] }),
    noRange("nodes", "10.0.0.0"),
  ],
  [
    "an address that is not the first of its range, which the API server refuses",
    withNetwork({ pods: ["10.0.0.1/20"] }),
    noRange("pods", "10.0.0.1/20"),
  ],
  [
    "a number above 255",
    withNetwork({ services: ["10.0.256.0/24"] }),
    noRange("services", "10.0.256.0/24"),
  ],
  [
    "a length above 32",
    withNetwork({ privateServices: ["10.0.0.0/33"] }),
    noRange("privateServices", "10.0.0.0/33"),
  ],
  [
    "a name",
    withNetwork({
      apiServer: { addresses: ["kubernetes.default"], port: 443 },
    }),
    noRange("apiServer.addresses", "kubernetes.default"),
  ],
  [
    "no node at all",
    withNetwork({ nodes: [] }),
    "environments/production network.nodes: names no range, so network policies would block it; name the ranges of this cluster",
  ],
  [
    "an invalid port",
    withNetwork({ apiServer: { addresses: ["10.0.0.0/24"], port: 0 } }),
    "environments/production network.apiServer.port: is not a port, got 0; allowed: 1 to 65535, mostly 443 or 6443; see kubectl get endpoints kubernetes",
  ],
  [
    "a database that network policies block",
    {
      ...production,
      grafana: {
        ...production.grafana,
        state: {
          kind: "postgres",
          host: "postgres.monitoring.svc:5432",
          database: "grafana",
          user: "grafana",
          password: { secret: "grafana-database", key: "password" },
        },
      },
    },
    cutOff("grafana.state.host", "postgres.monitoring.svc:5432"),
  ],
  [
    "a Mimir among the platform's own pods",
    productionWith({
      metrics: {
        ...mimir,
        writeUrl: "http://mimir-gateway.monitoring.svc/api/v1/push",
      },
    }),
    cutOff(
      "metrics.writeUrl",
      "http://mimir-gateway.monitoring.svc/api/v1/push",
    ),
  ],
  [
    "a Thanos Query there",
    productionWith({
      metrics: { ...thanosWithQuery, queryUrl: "http://thanos-query:9090" },
    }),
    cutOff("metrics.queryUrl", "http://thanos-query:9090"),
  ],
  [
    "a Kafka there",
    productionWith({
      traces: {
        ...kafkaTraces,
        kafka: { ...kafkaTraces.kafka, address: "kafka.monitoring.svc:9092" },
      },
    }),
    cutOff("traces.kafka.address", "kafka.monitoring.svc:9092"),
  ],
  [
    "a production that is not backed up",
    { ...production, backups: { kind: "off", reason: "later" } },
    'environments/production backups: production must be backed up, or MonitoringBackupMissing fires for ever, got off; set kind "on" with a bucket of its own',
  ],
  [
    "a back-up of a volume",
    { ...production, grafana: staging.grafana },
    'environments/production backups: cannot back up a Grafana that keeps its state on a volume; keep the state in kind "postgres", or switch back-ups off with a reason',
  ],
  [
    "back-ups in the bucket of the logs",
    {
      ...production,
      backups: {
        kind: "on",
        bucket: "example-production-logs",
        region: "eu-central-1",
        roleArn: "arn:aws:iam::000000000000:role/backups",
      },
    },
    "environments/production backups.bucket: must be a bucket of its own, got example-production-logs; name a bucket that nothing else writes to: a role that may delete logs must not have access to back-ups",
  ],
])("finds %s", (_, environment, problem) => {
  expect(check(environment)).toEqual([problem]);
});

it.each([
  [
    "postgres.shop.svc:5433",
    { kind: "service", namespace: "shop", port: 5433 },
  ],
  ["postgres.shop.svc", { kind: "service", namespace: "shop", port: 5432 }],
  [
    "redis://redis.shop.svc.cluster.local:6380",
    { kind: "service", namespace: "shop", port: 6380 },
  ],
  [
    "redis://redis.shop.svc",
    { kind: "service", namespace: "shop", port: 6379 },
  ],
  ["redis://redis", { kind: "service", namespace: "own", port: 6379 }],
  ["https://shop.example.com/health", { kind: "outside", port: 443 }],
  ["http://shop.example.com/health", { kind: "outside", port: 80 }],
  ["smtp.example.com:587", { kind: "outside", port: 587 }],
])("reads the address %s", (address, expected) => {
  expect(clusterAddress(address, "own", 5432)).toEqual(expected);
});
