import { production } from "../../support/organisation/environments";
import { checkEnvironment } from "../../../model/checks/check-environment";
import { gibibytes, mebibytes } from "../../../model/bytes";
import { minutes, seconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { formatProblem } from "../../../model/problem";
import { plain } from "../../stacks/output";
import { goodService } from "../../support/services";

const good = plain(production);
const { cluster, grafana, notification, prometheus, smtp } = good;
const { singleSignOn } = grafana;
const check = (environment: EnvironmentConfig): readonly string[] =>
  checkEnvironment(environment, [goodService]).map(formatProblem);

it.each(["live", "eu-west-1", "dr"])("takes the name %s", (name) => {
  expect(check({ ...good, name })).toEqual([]);
});

it.each(["Production", "eu west", "eu.west", "1st", "dr-", "größe", ""])(
  'refuses the name "%s"',
  (name) => {
    expect(check({ ...good, name })).toEqual([
      `environments/${name}: the name of an environment must be kebab-case, got ${name}; allowed: a-z, 0-9 and -, beginning with a letter; rename it`,
    ]);
  },
);

it("refuses a name that is longer than a label of its probes may be", () => {
  expect(check({ ...good, name: "a".repeat(40) })).toEqual([]);
  expect(check({ ...good, name: "a".repeat(41) })).toEqual([
    `environments/${"a".repeat(41)}: the name of an environment is too long, got 41 characters; allowed: 40 at most; shorten it`,
  ]);
});

it("requires the kind, whatever the name", () => {
  const untyped: object = { ...good, kind: undefined };
  expect(check(untyped as EnvironmentConfig)).toEqual([
    "environments/production kind: unknown kind of environment; allowed: production, non-production; choose one",
  ]);
});

it("applies the rules of production by kind, not by name", () => {
  const careless = { ...good, grafana: { ...grafana, loginForm: true } };
  expect(check({ ...careless, name: "live" })).toEqual([
    "environments/live grafana.loginForm: production allows sign-in through the identity provider only; set it to false",
  ]);
  expect(check({ ...careless, kind: "non-production" })).toEqual([]);
});

it.each(["", "https://monitoring.example.com", "a..b", "a b", "-a.example"])(
  'refuses the domain "%s"',
  (domain) => {
    expect(check({ ...good, domain })).toEqual([
      `environments/production domain: is not a host name, got "${domain}"; allowed: monitoring.example.com, without scheme, port or path; correct it`,
    ]);
  },
);

it.each(["", "smtp.example.com", "smtp.example.com:0", "smtp://a:587"])(
  'refuses the mail server "%s"',
  (host) => {
    expect(check({ ...good, smtp: { ...smtp, host } })).toEqual([
      `environments/production smtp.host: is not a host and port, got "${host}"; allowed: smtp.example.com:587; correct it`,
    ]);
  },
);

it.each<[string, Partial<EnvironmentConfig>, string]>([
  [
    "an issuer without TLS",
    {
      grafana: {
        ...grafana,
        singleSignOn: { ...singleSignOn, issuer: "http://login.example.com" },
      },
    },
    "grafana.singleSignOn.issuer: is not an address over HTTPS, got http://login.example.com; allowed: https://<host>/<path>; correct it",
  ],
  [
    "an endpoint of the identity provider that is a path",
    {
      grafana: {
        ...grafana,
        singleSignOn: {
          ...singleSignOn,
          endpoints: {
            authorization: "https://login.example.com/a",
            token: "/token",
            userInfo: "https://login.example.com/u",
          },
        },
      },
    },
    "grafana.singleSignOn.endpoints.token: is not an address over HTTPS, got /token; allowed: https://<host>/<path>; correct it",
  ],
  [
    "an invalid address of runbooks",
    { urls: { runbooks: "docs/runbooks" } },
    "urls.runbooks: is not an address over HTTP, got docs/runbooks; allowed: http://<host>/<path>; correct it",
  ],
  [
    "runbooks behind a password, without repeating it",
    { urls: { runbooks: "https://ada:lovelace@example.com/runbooks" } },
    "urls.runbooks: contains credentials, which would be stored in Git, plan and state; remove them",
  ],
  [
    "a context that Terraform would evaluate",
    { cluster: { ...cluster, kubeconfigContext: '${file("/etc/passwd")}' } },
    'cluster.kubeconfigContext: contains ${ or %{, which Terraform reads as an expression, got ${file("/etc/passwd")}; write the value itself',
  ],
  [
    "a channel in a list whose name is a directive",
    {
      notification: {
        ...notification,
        secondPath: {
          channels: [
            { kind: "webhook", name: "%{if}", url: { secret: "a", key: "a" } },
          ],
        },
      },
    },
    "notification.secondPath.channels.0.name: contains ${ or %{, which Terraform reads as an expression, got %{if}; write the value itself",
  ],
  [
    "a timeout longer than the interval",
    { prometheus: { ...prometheus, scrapeTimeout: seconds(31) } },
    "prometheus.scrapeTimeout: must be above 0 and not longer than the interval, got 31s; allowed: more than 0s, at most 30s; shorten it, or scrape less often",
  ],
  [
    "a scrape that leaves gaps",
    { prometheus: { ...prometheus, scrapeInterval: minutes(10) } },
    "prometheus.scrapeInterval: leaves gaps, or is shorter than useful, got 10m; allowed: whole seconds, 1s to 2m; correct it",
  ],
  [
    "an evaluation interval of zero",
    { prometheus: { ...prometheus, evaluationInterval: seconds(0) } },
    "prometheus.evaluationInterval: leaves gaps, or is shorter than useful, got 0s; allowed: whole seconds, 1s to 2m; correct it",
  ],
  [
    "a heartbeat with a timeout of zero",
    {
      notification: {
        ...notification,
        heartbeat: { ...notification.heartbeat, after: seconds(0) },
      },
    },
    "notification.heartbeat.after: is out of range, got 0s; allowed: 2m to 1d; correct it",
  ],
  [
    "a CPU request that is not a number",
    {
      alertmanager: {
        ...good.alertmanager,
        resources: { cpu: Number.NaN, memory: mebibytes(256) },
      },
    },
    "alertmanager.resources.cpu: is not a number of cores, got NaN; allowed: 0.001 to 256; correct it: 0.5 is half a core, which Kubernetes writes 500m",
  ],
  [
    "a limit below the request, wherever it is",
    {
      alloy: {
        ...good.alloy,
        logs: {
          cpu: 0.1,
          memory: gibibytes(3),
          memoryLimit: mebibytes(8),
        },
      },
    },
    "alloy.logs.memoryLimit: is below the request, which Kubernetes refuses, got 8Mi; allowed: 3Gi or more; raise it, or leave it out",
  ],
])("names %s", (_, change, message) => {
  expect(check({ ...good, ...change })).toEqual([
    `environments/production ${message}`,
  ]);
});
