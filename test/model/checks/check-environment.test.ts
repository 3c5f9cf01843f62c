import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { checkEnvironment } from "../../../model/checks/check-environment";
import { days, seconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { counter } from "../../../model/metric";
import { formatProblem } from "../../../model/problem";
import { percent } from "../../../model/ratio";
import { plain } from "../../stacks/output";
import { goodService } from "../../support/services";

const check = (environment: EnvironmentConfig): readonly string[] =>
  checkEnvironment(environment, [goodService]).map(formatProblem);

const good = plain(production);
const { prometheus, grafana } = production;
const cloudWatch = {
  region: "eu-central-1",
  roleArn: "arn:aws:iam::000000000000:role/grafana",
  namespaces: ["Example/Shop"],
};

it("finds nothing in the environments of this repository, apart from overrides", () => {
  expect(check(good)).toEqual([]);
  expect(check({ ...good, grafana: { ...grafana, cloudWatch } })).toEqual([]);
  expect(check(plain(staging))).toEqual([]);
});

it.each<[string, EnvironmentConfig, string]>([
  [
    "an unknown section",
    { ...good, colour: "blue" } as EnvironmentConfig,
    'environments/production: unknown key "colour"; allowed: name, kind, cluster, network, backend, charts, namespace, domain, ingress, prometheus, alertmanager, grafana, smtp, metrics, logs, traces, backups, alloy, notification, watches, reports, collectionImages, outsideTargets, urls, systemUrls, thresholds; correct or remove it',
  ],
  [
    "an unknown key",
    {
      ...good,
      ingress: { ...good.ingress, klass: "nginx" },
    } as EnvironmentConfig,
    'environments/production: unknown key "ingress.klass"; allowed: className, clusterIssuer, trusted; correct or remove it',
  ],
  [
    "half a replica",
    { ...good, prometheus: { ...prometheus, replicas: 0.5 } },
    "environments/production prometheus.replicas: must be a whole number of 1 or more, got 0.5; correct it",
  ],
  [
    "an invalid address of Elasticsearch",
    {
      ...good,
      grafana: {
        ...grafana,
        elasticsearch: { url: "logs.example.com:9200", index: "a" },
      },
    },
    "environments/production grafana.elasticsearch.url: is not an address over HTTP, got logs.example.com:9200; allowed: http://<host>/<path>; correct it",
  ],
  [
    "an Elasticsearch without an index",
    {
      ...good,
      grafana: {
        ...grafana,
        elasticsearch: { url: "https://logs.example.com", index: "" },
      },
    },
    "environments/production grafana.elasticsearch.index: names no index; name one, or a pattern: logs-*",
  ],
  [
    "a region that Amazon does not have",
    {
      ...good,
      grafana: {
        ...grafana,
        cloudWatch: { ...cloudWatch, region: "Frankfurt" },
      },
    },
    "environments/production grafana.cloudWatch.region: is malformed, got Frankfurt; allowed: eu-central-1; correct it",
  ],
  [
    "a malformed role",
    {
      ...good,
      grafana: {
        ...grafana,
        cloudWatch: { ...cloudWatch, roleArn: "grafana" },
      },
    },
    "environments/production grafana.cloudWatch.roleArn: is malformed, got grafana; allowed: arn:aws:iam::<account>:role/<role>; correct it",
  ],
  [
    "a namespace that Amazon does not allow",
    {
      ...good,
      grafana: {
        ...grafana,
        cloudWatch: { ...cloudWatch, namespaces: ["a b"] },
      },
    },
    'environments/production grafana.cloudWatch.namespaces: has characters that Amazon does not allow, got "a b"; allowed: letters, digits and ._-/#:; correct it',
  ],
  [
    "replicas of Grafana on one volume",
    {
      ...plain(staging),
      grafana: { ...staging.grafana, replicas: 2 },
    },
    'environments/staging grafana.replicas: more than one Grafana cannot share a volume, got 2; run one, or keep the state in kind "postgres"',
  ],
  [
    "a state in the folder that synth replaces",
    { ...good, backend: { kind: "local", directory: "." } },
    "environments/production backend.directory: the state must lie outside cdktf.out, at a path relative to the stack's folder, got .; allowed: ../../../<folder>; an absolute path differs between clones, and cdktf.out is deleted by each synth",
  ],
  [
    "a login form in production",
    { ...good, grafana: { ...grafana, loginForm: true } },
    "environments/production grafana.loginForm: production allows sign-in through the identity provider only; set it to false",
  ],
  [
    "a retention shorter than the minimum of every environment",
    { ...good, prometheus: { ...prometheus, retention: days(29) } },
    'environments/production prometheus.retention: shorter than the class "standard" (the class every environment keeps), got 29d; allowed: 30d or more; raise it',
  ],
  [
    "an override of an unknown system",
    {
      ...good,
      thresholds: [
        {
          system: "store",
          alert: "ShopErrors",
          threshold: "errorRatio",
          value: percent(1),
          reason: "a test",
        },
      ],
    },
    "environments/production threshold store ShopErrors errorRatio: overrides a threshold that does not exist; allowed: shop; correct the name or remove the override",
  ],
  [
    "an override of an unknown alert",
    {
      ...good,
      thresholds: [
        {
          system: "shop",
          alert: "ShopFire",
          threshold: "errorRatio",
          value: percent(1),
          reason: "a test",
        },
      ],
    },
    "environments/production threshold shop ShopFire errorRatio: overrides a threshold that does not exist; allowed: ShopErrors; correct the name or remove the override",
  ],
  [
    "an override in another unit",
    {
      ...good,
      thresholds: [
        {
          system: "shop",
          alert: "ShopErrors",
          threshold: "errorRatio",
          value: seconds(1),
          reason: "a test",
        },
      ],
    },
    "environments/production threshold shop ShopErrors errorRatio: is a duration where the alert has a ratio; use the unit of the alert",
  ],
])("names %s", (_, environment, message) => {
  expect(check(environment)).toEqual([message]);
});

describe("the highest declared retention class", () => {
  const service = {
    ...goodService,
    metrics: {
      shop_orders_total: counter({
        help: "Orders",
        retention: "long",
      }),
    },
  };
  const short = { ...prometheus, retention: days(89) };

  it("binds production", () => {
    expect(
      checkEnvironment({ ...good, prometheus: short }, [service]).map(
        formatProblem,
      ),
    ).toEqual([
      'environments/production prometheus.retention: shorter than the class "long" (services/shop metric "shop_orders_total"), got 89d; allowed: 90d or more; raise it',
    ]);
  });

  it("does not bind staging", () => {
    expect(
      checkEnvironment({ ...plain(staging), prometheus: short }, [service]),
    ).toEqual([]);
  });
});
