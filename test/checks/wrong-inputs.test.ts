import { checkAll } from "../../checks/check-all";
import { days } from "../../model/duration";
import { values } from "../../model/label-values";
import { gauge, histogram } from "../../model/metric";
import type { EnvironmentConfig } from "../../model/environment";
import { formatProblem } from "../../model/problem";
import { percent } from "../../model/ratio";
import type { Service } from "../../model/service";
import { plain as plainly } from "../stacks/output";
import { production } from "../support/environments/production";
import { staging } from "../support/environments/staging";
import {
  goodAlert,
  goodRunbooks,
  goodService,
  watched,
} from "../support/services";
import { promisingService } from "../support/slos";

const plain: readonly EnvironmentConfig[] = [staging, production].map(plainly);
const [before, good] = plain;
if (before === undefined || good === undefined)
  throw new Error("there are two");
const [dashboard] = goodService.dashboards;
const [panel] = dashboard?.panels ?? [];
const [group] = goodService.recording;

const problemsOf = (
  service: Service,
  environment: EnvironmentConfig = good,
): readonly string[] =>
  checkAll([before, environment], [watched(service)], {
    runbooks: goodRunbooks,
    now: new Date("2026-11-01T00:00:00Z"),
  }).map(formatProblem);

/** A declaration, or an environment, that was never compiled. */
const untyped = (change: Readonly<Record<string, unknown>>): Service => ({
  ...goodService,
  ...change,
});
const withAlert = (change: object): Service =>
  untyped({ alerts: [{ ...goodAlert, ...change }] });
const withPage = (change: object): Service =>
  untyped({ dashboards: [{ ...dashboard, ...change }] });
const withPanel = (change: object): Service =>
  withPage({ panels: [{ ...panel, ...change }] });
const withMetric = (name: string, metric: object): Service =>
  untyped({ metrics: { ...goodService.metrics, [name]: metric } });
const withSlo = (change: object): Service => ({
  ...promisingService,
  slos: promisingService.slos.slice(0, 1).map((slo) => ({ ...slo, ...change })),
});
const withRule = (expr: string): Service =>
  untyped({
    recording: [
      {
        ...group,
        rules: [...(group?.rules ?? []), { record: "shop:x:sum", expr }],
      },
    ],
  });

const CHOICE = "is not one of the choices, got";

it.each<[string, Service, string]>([
  [
    "an unknown volume",
    withSlo({ volume: "medium" }),
    `volume: ${CHOICE} "medium"; allowed: normal, low; choose one`,
  ],
  [
    "an unknown kind of SLO",
    withSlo({ kind: "requests" }),
    `kind: ${CHOICE} "requests"; allowed: request, value, zero-tolerance; choose one`,
  ],
  [
    "an SLO without a text",
    withSlo({ description: " " }),
    'description: must not be empty, got " "; write it',
  ],
  [
    "unknown access",
    withPage({ access: "everyone" }),
    `services/shop dashboard "shop" access: ${CHOICE} "everyone"; allowed: public, engineering, product, business, product-business; choose one`,
  ],
  [
    "an unknown visualisation",
    withPanel({ visualisation: { kind: "lines" } }),
    `services/shop dashboard "shop" panels.0.visualisation.kind: ${CHOICE} "lines"; allowed: timeseries, stat, gauge, bargauge, piechart, table, heatmap, state-timeline, logs, traces, node-graph, barchart, bars, text; choose one`,
  ],
  [
    "negative decimals",
    withPanel({ decimals: -1 }),
    'services/shop dashboard "shop" panels.0.decimals: is out of range, got -1; allowed: a whole number from 0 to 10; correct it',
  ],
  [
    "a variable with a space",
    withPage({
      variables: [
        {
          name: "a b",
          label: "Status",
          metric: "shop_requests_total",
          values: "status",
        },
      ],
    }),
    'services/shop dashboard "shop" variables.0.name: is not the name of a variable, got "a b"; allowed: a-z, 0-9 and _, beginning with a letter; correct it',
  ],
  [
    "a range of samples in a panel",
    withPanel({ queries: [{ expr: "shop_requests_total[5m]" }] }),
    'services/shop dashboard "shop" panel "Errors" query 1 at 0-23: the result is a range of samples, where one of each series is needed; put a function of a range around it: rate(…), max_over_time(…)',
  ],
  [
    "a legend with a label that the query lacks",
    withPanel({
      queries: [
        {
          expr: "sum by (status) (rate(shop_requests_total[5m]))",
          legend: "{{country}}",
        },
      ],
    }),
    'services/shop dashboard "shop" panel "Errors" query 1 legend: the result has no label "country"; allowed: status; keep the label in the query, or take it out of the legend',
  ],
  [
    "a recorded query with Grafana's interval",
    withRule("sum(rate(shop_requests_total[$__rate_interval]))"),
    'services/shop recording rule "shop:x:sum" at 29-45: $__rate_interval belongs to Grafana; Prometheus does not know it; write the value, such as [5m]',
  ],
  [
    "a recorded query with a name in braces",
    withRule("sum(rate(shop_requests_total[5m])) > {x}"),
    'services/shop recording rule "shop:x:sum" at 37-40: {x} is filled in by nothing; write the value: only alerts have thresholds that are filled in',
  ],
  [
    "a query too long to be read",
    withRule(Array<string>(2_000).fill("up").join(" + ")),
    'services/shop recording rule "shop:x:sum" at 0-9997: the expression is too long to be read: 9997 characters, 5000 at most; record parts of it',
  ],
  [
    "a metric without help",
    withMetric("shop_x", gauge({ help: "" })),
    'services/shop metric "shop_x" help: must not be empty, got ""; write it',
  ],
  [
    "a label of Prometheus's own",
    withMetric(
      "shop_x",
      gauge({ help: "x", labels: { __name__: values("a") } }),
    ),
    'services/shop metric "shop_x": a label name is snake_case, got __name__; allowed: a-z, 0-9 and _, not beginning with a digit or __; rename it where it is exposed',
  ],
  [
    "a label of JavaScript's own",
    withMetric(
      "shop_x",
      gauge({
        help: "x",
        labels: Object.fromEntries([["__proto__", values("a")]]),
      }),
    ),
    'services/shop metric "shop_x": a label name is snake_case, got __proto__; allowed: a-z, 0-9 and _, not beginning with a digit or __; rename it where it is exposed',
  ],
  [
    "a negative bucket",
    withMetric("shop_wait_seconds", histogram({ help: "x", buckets: [-1, 1] })),
    'services/shop metric "shop_wait_seconds": bucket bounds must be finite, 0 or more, ascending and at least one, got [-1, 1]; list the upper bounds without +Inf',
  ],
  [
    "ten years of firing",
    withAlert({ keepFiringFor: days(3_650) }),
    'services/shop alert "ShopErrors" keepFiringFor: is out of range, got 3650d; allowed: 0s to 31d; correct it',
  ],
  [
    "a label that every alert has",
    withAlert({ labels: { priority: "P0" } }),
    'services/shop alert "ShopErrors" labels: is not the name of a label that an alert may add, got "priority"; allowed: a-z, A-Z, 0-9 and _, and none that every alert has: alertname, cluster, condition, environment, path, priority, severity, system, team; rename it; priority, severity, condition and path are fields of the alert',
  ],
  [
    "a choice of environments without a reason",
    withAlert({ only: { environments: ["production"], reason: "" } }),
    'services/shop alert "ShopErrors" only.reason: must not be empty, got ""; give the reason',
  ],
  [
    "environments of an unknown kind",
    withAlert({ only: { environments: { kind: "prod" }, reason: "a test" } }),
    `services/shop alert "ShopErrors" only.environments.kind: ${CHOICE} "prod"; allowed: production, non-production; choose one`,
  ],
  [
    "a probe of a namespace that nobody has",
    untyped({
      probes: goodService.probes.map((probe) => ({
        ...probe,
        url: "http://shop.shpo.svc/health",
      })),
    }),
    'services/shop probe "shop-health" url: is in a namespace that no system has, got shpo; allowed: shop; correct it, or state namespace of the system that runs there',
  ],
  [
    "a public address with credentials",
    untyped({
      publicHealth: {
        kind: "url",
        url: "https://ada:lovelace@shop.example.com",
      },
    }),
    "services/shop publicHealth url: contains credentials, which would be stored in Git, plan and state; remove them",
  ],
])("refuses %s", (_, service, message) => {
  expect(problemsOf(service)).toEqual([expect.stringContaining(message)]);
});

const override = {
  system: "shop",
  alert: "ShopErrors",
  threshold: "errorRatio",
  value: percent(10),
  reason: "a test",
};
const silence = {
  system: "shop",
  alert: "ShopErrors",
  from: "2026-11-01T00:00",
  until: "2026-11-02T00:00",
  author: "Ada",
  reason: "a test",
};
const silenced = (labels: Readonly<Record<string, string>>) => ({
  notification: { ...good.notification, silences: [{ ...silence, labels }] },
});

it.each<[string, Partial<EnvironmentConfig>, string]>([
  [
    "two overrides of one threshold",
    { thresholds: [override, { ...override, value: percent(20) }] },
    "threshold shop ShopErrors errorRatio: is overridden twice; remove one of the entries",
  ],
  [
    "an override that changes nothing",
    { thresholds: [{ ...override, value: percent(5) }] },
    "threshold shop ShopErrors errorRatio: changes nothing: the alert has the same value, got 0.05; state the value that differs, or remove the override",
  ],
  [
    "an override without a reason",
    { thresholds: [{ ...override, reason: "" }] },
    'thresholds.0.reason: must not be empty, got ""; give the reason',
  ],
  [
    "nodes at every address",
    { network: { ...good.network, nodes: ["0.0.0.0/0"] } },
    "network.nodes: is too wide: network policies would let nearly everything through, got 0.0.0.0/0; allowed: a prefix of 8 bits or more; name the ranges of this cluster",
  ],
  [
    "a silence with a label that the alert lacks",
    silenced({ country: "ch" }),
    "notification.silences shop ShopErrors labels.country: the alert has no such label, so the silence mutes nothing; allowed: condition, priority, severity, system, team; correct the label, or take it out",
  ],
  [
    "a silence that names no label",
    silenced({}),
    "notification.silences.0.labels: names no label; name one, or leave labels out to silence the whole alert",
  ],
])("refuses %s", (_, change, message) => {
  const quiet = withAlert({ priority: "P2", severity: "warning" });
  expect(problemsOf(quiet, { ...good, ...change })).toEqual([
    `environments/production ${message}`,
  ]);
});

it("refuses an override of an alert that runs elsewhere", () => {
  expect(
    problemsOf(
      withAlert({ only: { environments: ["staging"], reason: "a test" } }),
      { ...good, thresholds: [override] },
    ),
  ).toContain(
    "environments/production threshold shop ShopErrors errorRatio: overrides a threshold of an alert that runs elsewhere; allowed: staging; remove the override, or widen only of the alert",
  );
});
