import { checkPartShapes, checkParts } from "../../../model/checks/check-parts";
import { milliseconds } from "../../../model/duration";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import type { Exporter } from "../../../model/target";
import { goodService } from "../../support/services";

/** The good service with these fields of its only target, probe or team, typed or not. */
const having = (
  part: "targets" | "probes" | "team",
  change: Readonly<Record<string, unknown>>,
): Service => {
  if (part === "team") {
    return { ...goodService, team: { ...goodService.team, ...change } };
  }
  const changed: readonly object[] = goodService[part].map((each) => ({
    ...each,
    ...change,
  }));
  return { ...goodService, [part]: changed };
};

const withExporter = (
  exporter: Readonly<Record<string, unknown>>,
): Service => ({
  ...goodService,
  exporters: [exporter as unknown as Exporter],
});

const values = (service: Service): readonly string[] =>
  checkParts(service).map(formatProblem);
const shapes = (service: Service): readonly string[] =>
  checkPartShapes(service).map(formatProblem);

const redis = {
  kind: "redis",
  name: "shop-redis",
  address: "redis://redis.shop.svc:6379",
  password: { kind: "none" },
};
const postgres = {
  kind: "postgres",
  name: "shop-postgres",
  host: "postgres.shop.svc:5432",
  database: "shop",
  user: "monitoring",
  password: { secret: "shop-postgres", key: "password" },
};

it("finds nothing in the parts of a good service", () => {
  for (const good of [
    goodService,
    withExporter(redis),
    withExporter(postgres),
    withExporter({ ...redis, password: postgres.password }),
    having("probes", { url: { environmentUrl: "health" } }),
    having("targets", { path: "/api/metrics", sampleLimit: 20_000 }),
    having("targets", { matchLabels: { "app.kubernetes.io/part-of": "shop" } }),
  ]) {
    expect(shapes(good)).toEqual([]);
    expect(values(good)).toEqual([]);
  }
});

const NO_ADDRESS = "allowed: http://<host>/<path>; correct it";

it.each([
  ["", 'got ""'],
  ["bad", "got bad"],
  ["/health", "got /health"],
  ["ftp://shop.shop.svc/health", "got ftp://shop.shop.svc/health"],
  [
    "http://shop.shop.svc:99999/health",
    "got http://shop.shop.svc:99999/health",
  ],
  ["http://shop.shop.svc/he alth", 'got "http://shop.shop.svc/he alth"'],
  ["http://shop.shop.svc/x\n", String.raw`got "http://shop.shop.svc/x\n"`],
  ["http://shop.shop.svc/${x}", "got http://shop.shop.svc/${x}"],
])("refuses a probe of %j", (url, got) => {
  expect(values(having("probes", { url }))).toEqual([
    `services/shop probe "shop-health" url: is not an address over HTTP, ${got}; ${NO_ADDRESS}`,
  ]);
});

it("refuses a probe with credentials, without repeating them", () => {
  expect(
    values(having("probes", { url: "http://ada:lovelace@shop.shop.svc/" })),
  ).toEqual([
    'services/shop probe "shop-health" url: contains credentials, which would be stored in Git, plan and state; remove them',
  ]);
});

it.each([
  [
    { path: "metrics" },
    'path: is not the path of an endpoint, got "metrics"; allowed: /metrics, without a host, a query and spaces; correct it',
  ],
  [
    { path: "/me trics\n" },
    String.raw`path: is not the path of an endpoint, got "/me trics\n"; allowed: /metrics, without a host, a query and spaces; correct it`,
  ],
  [
    { containerPort: 0 },
    "containerPort: is not a port, got 0; allowed: 1 to 65535; correct it",
  ],
  [
    { containerPort: 99_999 },
    "containerPort: is not a port, got 99999; allowed: 1 to 65535; correct it",
  ],
  [
    { containerPort: Number.NaN },
    "containerPort: is not a port, got NaN; allowed: 1 to 65535; correct it",
  ],
  [
    { expectedTargets: -1 },
    "expectedTargets: is out of range, got -1; allowed: a whole number from 1 to 10000; correct it",
  ],
  [
    { sampleLimit: 1 },
    "sampleLimit: is out of range, got 1; allowed: a whole number from 100 to 10000000; correct it",
  ],
  [
    { interval: milliseconds(1) },
    "interval: is out of range, got 1ms; allowed: whole seconds, 1s to 2m; 5s to 1m are common",
  ],
  [
    { app: "shop api" },
    'app: is not the value of a label, got "shop api"; allowed: 1 to 63 letters, digits, -, _ and ., beginning and ending with a letter or digit; correct it',
  ],
  [
    { port: "my port" },
    'port: is not the name of a port, got "my port"; allowed: a-z, 0-9 and -, at most 15 characters, one of them a letter; correct it',
  ],
  [
    { matchLabels: {} },
    'matchLabels: names no label, so it selects everything of the namespace; allowed: { app: "shop" }; name the labels of what is meant',
  ],
  [
    { matchLabels: { "a b": "shop" } },
    'matchLabels: is not the key of a label, got "a b"; allowed: app, or app.kubernetes.io/name; correct it',
  ],
  [
    { podLabels: {} },
    'podLabels: names no label, so it selects everything of the namespace; allowed: { app: "shop" }; name the labels of what is meant',
  ],
  [
    { authentication: { kind: "none", reason: " " } },
    'authentication.reason: must not be empty, got " "; give the reason',
  ],
  [
    {
      authentication: {
        kind: "bearer",
        credentials: { secret: "a b", key: "k" },
      },
    },
    "authentication.credentials.secret: secret is not a name that Kubernetes allows, got a b; allowed: a-z, 0-9, - and .; correct it",
  ],
])("refuses a target with %j", (change, message) => {
  expect(values(having("targets", change))).toEqual([
    `services/shop target "shop" ${message}`,
  ]);
});

it.each([
  [
    { ...redis, address: "redis.shop.svc" },
    'shop-redis" address: is not the address of a Redis, got "redis.shop.svc"; allowed: redis://<host>:<port>; correct it',
  ],
  [
    { ...redis, address: "redis://redis.shop.svc:99999" },
    'shop-redis" address: is not the address of a Redis, got "redis://redis.shop.svc:99999"; allowed: redis://<host>:<port>; correct it',
  ],
  [
    { ...redis, address: "redis://:lovelace@redis.shop.svc:6379" },
    'shop-redis" address: contains credentials, which would be stored in Git, plan and state; remove them, and name the Secret in password',
  ],
  [
    { ...postgres, host: "postgres.shop.svc" },
    'shop-postgres" host: is not a host and port, got "postgres.shop.svc"; allowed: postgres.shop.svc:5432; correct it',
  ],
  [
    { ...postgres, user: "" },
    'shop-postgres" user: is not a name, got ""; allowed: one word, without spaces, quotes, braces and backslashes; correct it',
  ],
])("refuses the exporter %j", (exporter, message) => {
  expect(values(withExporter(exporter))).toEqual([
    `services/shop exporter "${message}`,
  ]);
});

it.each([
  [
    having("targets", { kind: "pods" }),
    'services/shop target "shop" kind: is not one of the choices, got "pods"; allowed: service-monitor, pod-monitor; choose one',
  ],
  [
    having("targets", { containerPort: "8080" }),
    'services/shop target "shop" containerPort: must be a number, got the text "8080"; correct it',
  ],
  [
    having("targets", { interval: 30 }),
    'services/shop target "shop" interval: must be a duration such as minutes(5), got number 30; correct it',
  ],
  [
    having("targets", { authentication: { kind: "basic" } }),
    'services/shop target "shop" authentication.kind: is not one of the choices, got "basic"; allowed: bearer, none; choose one',
  ],
  [
    having("targets", { authentication: { kind: "bearer" } }),
    'services/shop target "shop" authentication.credentials: is missing; state an object',
  ],
  [
    having("probes", { url: 5 }),
    'services/shop probe "shop-health" url: must be an object, got number 5; correct it',
  ],
  [
    withExporter({ kind: "mysql", name: "shop-mysql" }),
    'services/shop exporter "shop-mysql" kind: is not one of the choices, got "mysql"; allowed: redis, postgres; choose one',
  ],
  [
    withExporter({ ...postgres, password: undefined }),
    'services/shop exporter "shop-postgres" password: is missing; state an object',
  ],
  [
    having("team", { channels: undefined }),
    'services/shop team "shop" channels: is missing; state an object',
  ],
  [
    having("team", { channels: { chat: [{ kind: "irc" }] } }),
    'services/shop team "shop" channels.chat.0.kind: is not one of the choices, got "irc"; allowed: slack, msteams, webhook; choose one',
  ],
])("names what a part lacks, case %#", (service, message) => {
  expect(shapes(service)).toEqual([message]);
});

it("names a field that no target has", () => {
  expect(values(having("targets", { paht: "/metrics" }))).toEqual([
    'services/shop target "shop": unknown key "paht"; allowed: kind, name, app, matchLabels, podLabels, port, containerPort, path, interval, expectedTargets, authentication, sampleLimit; correct or remove it',
  ]);
});
