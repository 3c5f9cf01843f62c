import { checkProbes } from "../../../checks/check-probes";
import { checkEnvironment } from "../../../model/checks/check-environment";
import { checkEnvironmentShapes } from "../../../model/checks/check-environment-shapes";
import { checkPartShapes } from "../../../model/checks/check-parts";
import { checkWatches } from "../../../model/checks/check-second-path";
import { checkService } from "../../../model/checks/check-service";
import { environmentForm } from "../../../model/checks/forms/environment-form";
import type { Shape } from "../../../model/checks/forms/form";
import {
  exporterForm,
  probeForm,
  targetForm,
} from "../../../model/checks/forms/target-forms";
import { seconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Problem } from "../../../model/problem";
import { percent } from "../../../model/ratio";
import type { Service } from "../../../model/service";
import { staging } from "../../support/environments/staging";
import { plain } from "../../stacks/output";
import { production } from "../../support/environments/production";
import { LOGS, METRICS, TRACES } from "../../support/scaled";
import { goodRunbooks, goodService } from "../../support/services";
import { accepted, membersOf, shown, trials, untried } from "./wrong-values";

/** Production with every field that may be left out. */
const { cluster, grafana, metrics, prometheus, ...others } = plain(production);
const full = {
  ...others,
  cluster: {
    ...cluster,
    kubeconfigPath: "~/.kube/config",
    size: { nodes: 20, pods: 600 },
  },
  grafana: {
    ...grafana,
    admin: { ...grafana.admin, metricsPasswordKey: "metrics-password" },
    basicAuthentication: true,
    singleSignOn: {
      ...grafana.singleSignOn,
      endpoints: {
        authorization: "https://login.example.com/authorize",
        token: "https://login.example.com/token",
        userInfo: "https://login.example.com/user",
      },
    },
    elasticsearch: {
      url: "http://elasticsearch.logging.svc:9200",
      index: "logs-*",
      timeField: "@timestamp",
    },
    cloudWatch: {
      region: "eu-central-1",
      roleArn: "arn:aws:iam::000000000000:role/grafana",
      namespaces: ["Example/Shop"],
    },
  },
  metrics: {
    ...metrics,
    queryUrl: "http://query.thanos.svc:9090",
    queryPodPort: 10_902,
  },
  prometheus: {
    ...prometheus,
    volume: { ...prometheus.volume, storageClass: "fast" },
    seriesBudget: 700_000,
  },
};

const checkOne = (environment: unknown): readonly Problem[] => {
  const shapes = checkEnvironmentShapes([environment]);
  return shapes.length > 0
    ? shapes
    : [
        ...checkEnvironment(environment as EnvironmentConfig, [goodService]),
        ...checkWatches([environment as EnvironmentConfig, plain(staging)]),
      ];
};

it("refuses a wrong value in each field of an environment", () => {
  const check = checkOne;
  expect(check(full)).toEqual([]);
  const { grafana: stagingGrafana, backups } = plain(staging);
  const small = {
    ...full,
    kind: "non-production",
    grafana: { ...full.grafana, replicas: 1, state: stagingGrafana.state },
    backups,
  };
  expect(check(small)).toEqual([]);
  expect(accepted(environmentForm, small, check)).toEqual([]);
  expect(untried(environmentForm, full)).toEqual([]);
  expect(trials(environmentForm, full).length).toBeGreaterThan(400);
  expect(accepted(environmentForm, full, check)).toEqual([]);
});

const secret = { secret: "a-secret", key: "key" };
const slack = { kind: "slack", channel: "#all", webhook: secret };
const msteams = { kind: "msteams", name: "all", webhook: secret };
const tail = {
  kind: "tail",
  share: percent(5),
  slow: seconds(2),
  tracesPerSecond: 10,
};
const off = { kind: "off", reason: "nobody needs it here" };
const { notification, reports } = full;

/** Sections of an environment that are otherwise, so that each alternative is there once. */
const OTHERWISE: readonly (readonly [keyof typeof full, unknown])[] = [
  ...METRICS.map((metrics) => ["metrics", metrics] as const),
  ...LOGS.map((logs) => ["logs", logs] as const),
  ["logs", { ...full.logs, caches: off }],
  ...TRACES.map((traces) => ["traces", { ...traces, systems: {} }] as const),
  ...[tail, { kind: "head", share: percent(5) }].map(
    (sampling) =>
      [
        "traces",
        { ...full.traces, sampling: tail, systems: { shop: sampling } },
      ] as const,
  ),
  ["backend", { kind: "local", directory: "../../../state" }],
  ["backend", { kind: "s3", bucket: "state", region: "eu-central-1" }],
  ["backend", { kind: "gcs", bucket: "terraform-state" }],
  [
    "backend",
    {
      kind: "azurerm",
      resourceGroup: "monitoring",
      storageAccount: "terraformstate",
      container: "state",
    },
  ],
  ["backend", { kind: "kubernetes", namespace: "terraform" }],
  ["charts", { kind: "upstream" }],
  ["charts", { kind: "mirror", repository: "oci://charts.example.com/all" }],
  ["charts", { kind: "folder", path: "charts" }],
  ["reports", off],
  ["reports", { ...reports, chat: off }],
  ["reports", { ...reports, written: { "cost-report": off } }],
  ...["pager", "email", "escalation"].map(
    (role) => ["notification", { ...notification, [role]: off }] as const,
  ),
  ...["P0", "P1", "P2", "P3"].map(
    (priority) =>
      [
        "notification",
        {
          ...notification,
          priorities: { ...notification.priorities, [priority]: off },
        },
      ] as const,
  ),
  ...[slack, msteams].flatMap((channel) => [
    [
      "notification",
      { ...notification, chat: { kind: "one", channel, reason: "one team" } },
    ] as const,
    ["notification", { ...notification, unrouted: channel }] as const,
  ]),
  ...[
    slack,
    msteams,
    { kind: "pagerduty", name: "all", routingKey: secret },
    { kind: "email", to: ["ops@example.com"] },
    { kind: "webhook", name: "all", url: secret, token: secret },
  ].flatMap((channel) => [
    [
      "notification",
      { ...notification, secondPath: { channels: [channel] } },
    ] as const,
    ["watches", { ...full.watches, channels: [channel] }] as const,
  ]),
];

describe("alternatives of an environment", () => {
  const environments = OTHERWISE.map(([section, value]) => ({
    ...full,
    [section]: value,
  }));

  it("are all there, so that nothing is left out below", () => {
    // Staging has no back-ups and keeps Grafana on a volume.
    const members = [full, plain(staging), ...environments].flatMap(
      (environment) => membersOf(environmentForm, environment, ""),
    );
    const there = new Set(members.flatMap(([name, is]) => (is ? name : [])));
    expect(
      [...new Set(members.map(([name]) => name))].filter(
        (name) => !there.has(name),
      ),
    ).toEqual([]);
  });

  it.each(
    OTHERWISE.map(([section, value], index) => [
      `${section} ${String(index)}`,
      section,
      { ...full, [section]: value },
    ]),
  )("refuse a wrong value in each field: %s", (_, section, environment) => {
    expect(checkOne(environment)).toEqual([]);
    expect(
      trials(environmentForm, environment)
        .filter(([field]) => field.startsWith(`${section}.`))
        .filter(([, , wrong]) => checkOne(wrong).length === 0)
        .map(([field, got]) => shown(field, got)),
    ).toEqual([]);
  });
});

it("refuses a wrong value in each field of exporters", () => {
  const exporters = [
    {
      kind: "redis",
      name: "shop-redis",
      address: "redis://redis.shop.svc:6379",
      password: { secret: "shop-redis", key: "password" },
    },
    {
      kind: "postgres",
      name: "shop-postgres",
      host: "postgres.shop.svc:5432",
      database: "shop",
      user: "monitoring",
      password: { secret: "shop-postgres", key: "password" },
    },
  ];
  for (const good of exporters) {
    const check = (one: unknown): readonly Problem[] => {
      const service = { ...goodService, exporters: [one] } as Service;
      const shapes = checkPartShapes(service);
      return shapes.length > 0
        ? shapes
        : checkService(service, { runbooks: goodRunbooks });
    };
    expect(check(good)).toEqual([]);
    expect(accepted(exporterForm, good, check)).toEqual([]);
  }
});

it.each<["targets" | "probes", Shape]>([
  ["targets", targetForm],
  ["probes", probeForm],
])("refuses a wrong value in each field of %s", (part, form) => {
  const [own] = goodService[part];
  const more =
    part === "targets"
      ? { path: "/metrics", sampleLimit: 1_000, podLabels: { app: "shop" } }
      : { answer: { status: 200, body: "ok" } };
  const check = (one: unknown): readonly Problem[] => {
    const service = { ...goodService, [part]: [one] };
    const shapes = checkPartShapes(service);
    return shapes.length > 0
      ? shapes
      : [
          ...checkService(service, { runbooks: goodRunbooks }),
          ...checkProbes([service]),
        ];
  };
  expect(check({ ...own, ...more })).toEqual([]);
  expect(untried(form, { ...own, ...more })).toEqual([]);
  expect(accepted(form, { ...own, ...more }, check)).toEqual([]);
});
