import { checkShapes } from "../../../model/checks/check-shape";
import { formatProblem } from "../../../model/problem";
import { goodAlert, goodService } from "../../support/services";

const check = (service: unknown): readonly string[] =>
  checkShapes([service]).map(formatProblem);

const without = (
  whole: object,
  field: string,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));

const withAlert = (alert: unknown): unknown => ({
  ...goodService,
  alerts: [goodAlert, alert],
});

const slo = { name: "orders", description: "It works.", bad: "a", page: "P1" };
const withSlo = (fields: object): unknown => ({
  ...goodService,
  slos: [{ ...slo, examples: {}, ...fields }],
});

it("finds nothing in a good declaration", () => {
  expect(check(goodService)).toEqual([]);
});

it.each<[string, unknown, string]>([
  [
    "a service without a text about it",
    without(goodService, "about"),
    "services/shop: about is missing; write in a sentence what the system does",
  ],
  [
    "a service without a key",
    without(goodService, "key"),
    "services[0]: key is missing; name the system in kebab case: it becomes the label system",
  ],
  [
    "a team given by name",
    { ...goodService, team: "shop" },
    "services/shop: team must be an object, got string; correct it",
  ],
  [
    "alerts that are not a list",
    { ...goodService, alerts: goodAlert },
    "services/shop: alerts must be a list, got object; correct it",
  ],
  [
    "an alert without a proof",
    withAlert(without(goodAlert, "proof")),
    'services/shop alert "ShopErrors": proof is missing; add { fires, quiet } with series that make it fire and a near miss, or use a pattern of patterns/alerts/, which includes its proof',
  ],
  [
    "a proof without a near miss",
    withAlert({ ...goodAlert, proof: { fires: [] } }),
    'services/shop alert "ShopErrors" proof: quiet is missing; add a near miss: { series, at }',
  ],
  [
    "an alert without a name",
    withAlert(without(goodAlert, "name")),
    "services/shop alerts[1]: name is missing; name it in UpperCamelCase",
  ],
  [
    "a for that is a number",
    withAlert({ ...goodAlert, for: 5 }),
    'services/shop alert "ShopErrors": for must be a duration such as minutes(5), got number; correct it',
  ],
  [
    "an undefined alert",
    withAlert(undefined),
    "services/shop alerts[1]: is not an object, got undefined; correct what is imported there: two files that import each other see undefined",
  ],
  [
    "an alert on logs without a proof",
    { ...goodService, logAlerts: [without(goodAlert, "proof")] },
    'services/shop alert "ShopErrors": proof is missing; add { fires, quiet } with lines that make it fire and a near miss',
  ],
  [
    "a target without its port",
    {
      ...goodService,
      targets: goodService.targets.map((each) => without(each, "port")),
    },
    'services/shop target "shop-api": port is missing; name the port of the Service that shows metrics',
  ],
  [
    "a probe without an address",
    { ...goodService, probes: [{ probe: "ready" }] },
    "services/shop probes[0]: url is missing; state the address that answers 2xx while it serves",
  ],
  [
    "an exporter without a name",
    { ...goodService, exporters: [{ kind: "redis" }] },
    "services/shop exporters[0]: name is missing; name the release",
  ],
  [
    "a recording rule without a query",
    {
      ...goodService,
      recording: [{ name: "shop", rules: [{ record: "shop:a:b" }] }],
    },
    'services/shop recording group "shop" rule "shop:a:b": expr is missing; write the query whose result is recorded',
  ],
  [
    "a group without rules",
    { ...goodService, recording: [{ name: "shop" }] },
    'services/shop recording group "shop": rules is missing; add its rules: { record, expr }',
  ],
  [
    "an SLO with a budget and no objective",
    withSlo({ kind: "request", total: "b" }),
    'services/shop slo "orders": objective is missing; state the share that must be good: percent(99.9)',
  ],
  [
    "a panel without queries",
    {
      ...goodService,
      dashboards: goodService.dashboards.map((page) => ({
        ...page,
        panels: page.panels.map((panel) => without(panel, "queries")),
      })),
    },
    'services/shop dashboard "shop" panel "errors": queries is missing; add what it shows: { expr }',
  ],
  [
    "nothing at all",
    undefined,
    "services[0]: is not an object, got undefined; correct what is imported there: two files that import each other see undefined",
  ],
])("finds %s", (_, service, problem) => {
  expect(check(service)).toEqual([problem]);
});

it("requires no objective of a zero-tolerance SLO", () => {
  expect(check(withSlo({ kind: "zero-tolerance" }))).toEqual([]);
});

it("accepts an address of the environment for a probe", () => {
  const probes = [{ url: { environmentUrl: "cqvrHealth" } }];
  expect(check({ ...goodService, probes })).toEqual([]);
});

it("finds all missing fields in one run", () => {
  expect(
    check({
      ...goodService,
      alerts: [without(goodAlert, "summary"), without(goodAlert, "runbook")],
      team: undefined,
    }),
  ).toHaveLength(3);
});
