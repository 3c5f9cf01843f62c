import type { Alert } from "../../../model/alert";
import { minutes, seconds } from "../../../model/duration";
import { checkService } from "../../../model/checks/check-service";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import {
  goodAlert,
  goodRunbooks,
  goodService,
  withAlert,
} from "../../support/services";

const check = (service: Service): readonly string[] =>
  checkService(service, { runbooks: goodRunbooks }).map(formatProblem);

it("finds nothing in a good declaration", () => {
  expect(check(goodService)).toEqual([]);
});

describe("alerts", () => {
  it.each<[string, Parameters<typeof withAlert>[0], string]>([
    [
      "a name in the wrong case",
      { name: "shop-errors" },
      'services/shop alert "shop-errors": the name of an alert is UpperCamelCase, got shop-errors; rename it',
    ],
    [
      "an unknown priority",
      { priority: "P9" as "P1" },
      'services/shop alert "ShopErrors": unknown priority, got P9; allowed: P0, P1, P2, P3; choose one',
    ],
    [
      "an unknown severity",
      { severity: "fatal" as "critical" },
      'services/shop alert "ShopErrors": unknown severity, got fatal; allowed: critical, warning, info; choose one',
    ],
    [
      "an empty condition",
      { condition: "" },
      'services/shop alert "ShopErrors": condition must not be empty: two missing labels count as equal and inhibit each other; leave it out to use the alert\'s name',
    ],
    [
      "an empty summary",
      { summary: " " },
      'services/shop alert "ShopErrors": summary must not be empty; write in one line what is wrong',
    ],
    [
      "a missing runbook page",
      { runbook: "shop/fires" },
      'services/shop alert "ShopErrors": the runbook page or its heading does not exist, got shop/fires; npm run generate -- --scaffold writes the page, with the heading after # if there is one; fill in its text',
    ],
    [
      "a missing runbook heading",
      { runbook: "shop/errors#smoke" },
      'services/shop alert "ShopErrors": the runbook page or its heading does not exist, got shop/errors#smoke; npm run generate -- --scaffold writes the page, with the heading after # if there is one; fill in its text',
    ],
    [
      "an unknown dashboard",
      { dashboard: "store" },
      'services/shop alert "ShopErrors": no dashboard of this service has that uid, got store; allowed: shop; name the dashboard that shows the condition',
    ],
    [
      "a proof without a near miss",
      { proof: { ...goodAlert.proof, quiet: [] } },
      'services/shop alert "ShopErrors": an alert needs one case that fires and one that does not; add the missing case to proof',
    ],
    [
      "a template whose text is not proved",
      { summary: "{{ $value }} fail" },
      'services/shop alert "ShopErrors": the summary has a template, but a firing case does not expect its rendered form; add the rendered summary to expect',
    ],
  ])("names %s", (_, change, message) => {
    expect(check(withAlert(change))).toEqual([message]);
  });

  it("allows two alerts about any system to share a name if their priorities differ", () => {
    const named = (...alerts: readonly Partial<Alert>[]) =>
      check({
        ...goodService,
        alerts: alerts.map((change) => ({ ...goodAlert, ...change })),
      }).filter((line) => line.includes("the name is used twice"));
    const system = { kind: "from-series" } as const;
    expect(
      named({ system, priority: "P0" }, { system, priority: "P1" }),
    ).toEqual([]);
    for (const alerts of [
      [{ system }, { system }],
      [{ system, priority: "P0" }, { priority: "P1" }],
      [{ priority: "P0" }, { system, priority: "P1" }],
      [{ priority: "P0" }, { priority: "P1" }],
      [
        { system, priority: "P0" },
        { system, priority: "P1" },
        { system, priority: "P0" },
      ],
    ] as const) {
      expect(named(...alerts)).toHaveLength(1);
    }
  });

  it("finds a duplicate name", () => {
    expect(check({ ...goodService, alerts: [goodAlert, goodAlert] })).toEqual([
      'services/shop alert "ShopErrors": the name is used twice in this system; rename one; the label system distinguishes only systems',
    ]);
  });

  it("requires an alert on absent metrics", () => {
    const unsaid = {
      ...goodService,
      noData: { kind: "none", reason: " " },
    } as const;
    expect(check(unsaid)).toEqual([
      'services/shop noData: no alert is named for absent metrics; allowed: { kind: "alert", alert, metrics }, or { kind: "none", reason }; name the alert that fires when metrics are absent: metricsAbsent of patterns/alerts/absence.ts makes one',
    ]);
  });

  it("finds a no-data alert that does not fire on absence", () => {
    expect(
      check({
        ...goodService,
        noData: {
          kind: "alert",
          alert: "ShopErrors",
          metrics: ["shop_requests_total"],
        },
      }),
    ).toEqual([
      'services/shop noData: alert "ShopErrors" does not fire on absent metrics; allowed: an expression with absent(up{system="shop", app="shop-api"} == 1); add it to the expression',
      'services/shop noData: alert "ShopErrors" does not fire on absent metrics; allowed: an expression with absent(shop_requests_total…); add it to the expression',
    ]);
  });

  it("accepts another alert for a kind of target", () => {
    const [target] = goodService.targets;
    if (target === undefined) throw new Error("the good service has a target");
    const absent: Alert = {
      ...goodAlert,
      name: "ShopAbsent",
      expr: 'absent(up{system="shop", app="shop-api"} == 1)',
    };
    const service: Service = {
      ...goodService,
      targets: [target, { ...target, name: "shop-worker", app: "shop-worker" }],
      alerts: [goodAlert, absent],
    };
    const noData = { kind: "alert", alert: "ShopAbsent", metrics: [] } as const;
    expect(check({ ...service, noData })).toEqual([
      'services/shop noData: alert "ShopAbsent" does not fire on absent metrics; allowed: an expression with absent(up{system="shop", app="shop-worker"} == 1); add it to the expression',
    ]);
    expect(
      check({
        ...service,
        noData: { ...noData, otherAlerts: { "shop-worker": "ShopErrors" } },
      }),
    ).toEqual([]);
    expect(
      check({
        ...service,
        noData: {
          ...noData,
          otherAlerts: { "shop-worker": "WorkersGone", till: "ShopErrors" },
        },
      }),
    ).toEqual([
      "services/shop noData otherAlerts: no alert has that name, got WorkersGone; name the alert that fires when shop-worker is not there",
      "services/shop noData otherAlerts: no target has that app, got till; allowed: shop-api, shop-worker; name the app of a target",
    ]);
  });

  it("finds an unknown no-data alert", () => {
    expect(
      check({
        ...goodService,
        noData: { kind: "alert", alert: "ShopGone", metrics: [] },
      }),
    ).toEqual([
      "services/shop noData: no alert has that name, got ShopGone; name the alert that fires when metrics are absent",
    ]);
  });
});

describe("the declaration as a whole", () => {
  const [target] = goodService.targets;
  if (target === undefined) throw new Error("the good service has a target");

  it.each<[string, Partial<Service>, readonly string[]]>([
    [
      "no owner",
      { team: { ...goodService.team, owner: "" } },
      [
        "services/shop: owner must not be empty; name who answers for the service",
      ],
    ],
    [
      "a team key that is not a valid label",
      { team: { ...goodService.team, key: "Shop Team" } },
      [
        "services/shop: team must be kebab-case, got Shop Team; allowed: a-z, 0-9 and -, beginning with a letter; rename it",
      ],
    ],
    [
      "a budget of no series",
      { seriesBudget: 0 },
      [
        "services/shop seriesBudget: is out of range, got 0; allowed: a whole number from 1 to 100000000; correct it",
      ],
    ],
    [
      "fewer lines than none",
      { logs: { linesPerSecond: -1 } },
      [
        "services/shop logs.linesPerSecond: is out of range, got -1; allowed: a finite number, 0 or more; correct it",
      ],
    ],
    [
      "spans that are no number",
      { traces: { kind: "sent", spansPerSecond: Number.NaN } },
      [
        "services/shop traces.spansPerSecond: is out of range, got NaN; allowed: a finite number, 0 or more; correct it",
      ],
    ],
    [
      "an interval longer than the lookback allows",
      { alertInterval: minutes(3) },
      [
        "services/shop alertInterval: is out of range, got 3m; allowed: whole seconds, 1s to 2m; 5s to 1m are common",
      ],
    ],
    [
      "an interval of zero",
      { targets: [{ ...target, interval: seconds(0) }] },
      [
        'services/shop target "shop" interval: is out of range, got 0s; allowed: whole seconds, 1s to 2m; 5s to 1m are common',
      ],
    ],
    [
      "two targets with one name",
      { targets: [target, target] },
      [
        'services/shop target "shop": the name is used twice; rename one: they become objects in one namespace',
      ],
    ],
    [
      "a malformed recorded name",
      {
        recording: [
          {
            name: "shop-http",
            interval: minutes(1),
            rules: [{ record: "shop_errors", expr: "1" }],
          },
        ],
      },
      [
        'services/shop recording rule "shop_errors": a recorded name has the form level:metric:operation, got shop_errors; rename it',
      ],
    ],
  ])("names %s", (_, change, messages) => {
    expect(check({ ...goodService, ...change })).toEqual(messages);
  });

  it("reports every mistake in one go", () => {
    expect(
      check({
        ...withAlert({ summary: "", runbook: "nowhere" }),
        displayName: "",
      }),
    ).toHaveLength(3);
  });
});
