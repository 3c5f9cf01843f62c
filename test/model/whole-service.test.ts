import type { AlertDeclaration } from "../../model/alert";
import { days, minutes, seconds } from "../../model/duration";
import { percent } from "../../model/ratio";
import type { ServiceDeclaration } from "../../model/service";
import { wholeService, wholeServices } from "../../model/whole-service";
import { goodAlert, goodService, goodTeam } from "../support/services";

const least: ServiceDeclaration = {
  key: "shop",
  about: "Takes orders.",
  team: goodTeam,
};

/** The required fields of an alert. */
const condition = {
  name: "ShopErrors",
  expr: "shop:errors:ratio_rate5m > 0.05",
  for: minutes(5),
  priority: "P1",
  summary: "Shop fails",
  runbook: "shop/errors",
} as const;
const alert: AlertDeclaration = { ...condition, proof: goodAlert.proof };

it("fills in the defaults of a declaration", () => {
  expect(wholeService(least)).toEqual({
    ...least,
    displayName: "shop",
    namespace: "shop",
    metrics: {},
    targets: [],
    probes: [],
    publicHealth: { kind: "none", reason: "no address is declared" },
    exporters: [],
    recording: [],
    alertInterval: minutes(1),
    alerts: [],
    slos: [],
    noData: { kind: "none", reason: "nothing of it is scraped" },
    dashboards: [],
  });
});

it("keeps stated values", () => {
  expect(wholeService(goodService)).toEqual(goodService);
});

it("requires an alert on absent metrics of a scraped system", () => {
  const { targets } = goodService;
  expect(wholeService({ ...least, targets }).noData).toEqual({
    kind: "none",
    reason: "",
  });
});

it("fills in the defaults of targets, probes and recording groups", () => {
  const { targets, probes, recording } = wholeService({
    ...least,
    targets: [
      {
        app: "shop-api",
        port: "http",
        containerPort: 8080,
        expectedTargets: 2,
        authentication: { kind: "none", reason: "a test" },
      },
    ],
    probes: [{ url: "http://a" }, { probe: "ready", url: "http://b" }],
    recording: [{ name: "shop", rules: [] }],
  });
  expect(targets[0]).toMatchObject({
    kind: "service-monitor",
    name: "shop-api",
    matchLabels: { app: "shop-api" },
    interval: seconds(30),
  });
  const interval = seconds(30);
  expect(probes).toEqual([
    { name: "shop-health", probe: "health", url: "http://a", interval },
    { name: "shop-ready", probe: "ready", url: "http://b", interval },
  ]);
  expect(recording).toEqual([
    { name: "shop", interval: minutes(1), rules: [] },
  ]);
});

it.each([
  ["P0", "critical"],
  ["P1", "critical"],
  ["P2", "warning"],
  ["P3", "info"],
] as const)("makes an alert of %s %s", (priority, expected) => {
  const [found] = wholeService({
    ...least,
    alerts: [{ ...alert, priority }],
  }).alerts;
  expect(found?.severity).toBe(expected);
});

it("gives alerts the first dashboard of the service, on metrics and on logs", () => {
  const { alerts, logAlerts } = wholeService({
    ...least,
    alerts: [alert],
    logAlerts: [{ ...condition, proof: { fires: [], quiet: [] } }],
    dashboards: [
      { uid: "first", title: "A", description: "A", panels: [] },
      { uid: "second", title: "B", description: "B", panels: [] },
    ],
  });
  expect(
    [...alerts, ...(logAlerts ?? [])].map((each) => each.dashboard),
  ).toEqual(["first", "first"]);
});

it("fills in the defaults of SLOs, without a volume for zero tolerance", () => {
  const fields = {
    description: "It works.",
    bad: "a",
    page: "P1",
    examples: { good: {}, bad: {} },
  } as const;
  const { slos } = wholeService({
    ...least,
    slos: [
      {
        kind: "request",
        name: "answers",
        ...fields,
        objective: percent(99),
        total: "b",
      },
      { kind: "zero-tolerance", name: "leaks", ...fields },
    ],
  });
  expect(slos[0]).toMatchObject({ period: days(30), volume: "normal" });
  expect(slos[1]).toEqual({
    kind: "zero-tolerance",
    name: "leaks",
    ...fields,
    period: days(30),
  });
});

it("fills in the defaults of dashboards and panels", () => {
  const panel = {
    id: "orders",
    title: "Orders",
    unit: "short",
    queries: [],
    description: "Orders",
  } as const;
  const page = { uid: "shop", title: "Shop", description: "Shop" };
  const { dashboards } = wholeService({
    ...least,
    dashboards: [{ ...page, panels: [panel] }],
  });
  expect(dashboards).toEqual([
    {
      ...page,
      refresh: seconds(30),
      access: "engineering",
      panels: [
        {
          ...panel,
          visualisation: { kind: "timeseries" },
          thresholds: { kind: "none" },
        },
      ],
    },
  ]);
});

it("returns the same object to every caller, so that results cached by object are found again", () => {
  const declared = [least];
  expect(wholeServices(declared)).toBe(wholeServices(declared));
  expect(wholeServices(declared)[0]).toBe(wholeService(least));
});
