import { checkDashboards } from "../../dashboards/check-dashboards";
import { dashboardJson } from "../../dashboards/dashboard-json";
import { production } from "../support/environments/production";
import { staging } from "../support/environments/staging";
import type { Dashboard, Panel, ThresholdStep } from "../../model/dashboard";
import {
  days,
  hours,
  milliseconds,
  minutes,
  seconds,
} from "../../model/duration";
import { formatProblem } from "../../model/problem";
import { percent } from "../../model/ratio";
import type { Service } from "../../model/service";
import { count } from "../../model/threshold";
import { goodService } from "../support/services";
import { aPanel, everyVisualisation } from "./every-visualisation";

const check = (
  services: readonly Service[],
  environments = [production, staging],
): readonly string[] =>
  checkDashboards(services, environments).map(formatProblem);

const withDashboard = (change: Partial<Dashboard>): Service => ({
  ...goodService,
  dashboards: [{ ...everyVisualisation, panels: [aPanel], ...change }],
});

const withPanel = (change: Partial<Panel>): Service =>
  withDashboard({ panels: [{ ...aPanel, ...change }] });

const withSteps = (
  steps: readonly ThresholdStep[],
  unit: Panel["unit"] = "percentunit",
): Service =>
  withPanel({ unit, thresholds: { kind: "steps", base: "green", steps } });

it("finds nothing in good dashboards", () => {
  expect(
    check([
      goodService,
      { ...goodService, key: "other", dashboards: [everyVisualisation] },
    ]),
  ).toEqual([]);
});

describe("a dashboard", () => {
  const path = 'services/shop dashboard "shop-pictures"';

  it.each<[string, Partial<Dashboard>, string]>([
    [
      "without uid",
      { uid: "" },
      'services/shop dashboard "": the uid is not valid, got 0 characters; allowed: 1 to 40 of a-z, 0-9, - and _; correct it; the title may have any characters',
    ],
    [
      "with a long uid",
      { uid: "x".repeat(41) },
      `services/shop dashboard "${"x".repeat(41)}": the uid is not valid, got 41 characters; allowed: 1 to 40 of a-z, 0-9, - and _; correct it; the title may have any characters`,
    ],
    [
      "with a uid in another script",
      { uid: "магазин" },
      'services/shop dashboard "магазин": the uid is not valid, got 7 characters; allowed: 1 to 40 of a-z, 0-9, - and _; correct it; the title may have any characters',
    ],
    [
      "without title",
      { title: " " },
      `${path}: title must not be empty; say what the page shows`,
    ],
    [
      "without description",
      { description: "" },
      `${path}: description must not be empty; say what the page shows`,
    ],
    [
      "that reads again too often",
      { refresh: seconds(4) },
      `${path}: refresh out of range, got 4s; allowed: whole seconds, 5s or more; raise it; faster than the scrape interval shows nothing newer`,
    ],
    [
      "that reads again at fractions of a second",
      { refresh: milliseconds(5500) },
      `${path}: refresh out of range, got 5s500ms; allowed: whole seconds, 5s or more; raise it; faster than the scrape interval shows nothing newer`,
    ],
    [
      "without panels",
      { panels: [] },
      `${path}: the dashboard has no panel; add one, or drop the dashboard`,
    ],
    [
      "with panels of one heading not adjacent",
      {
        panels: [
          { ...aPanel, id: "first", row: "Pods" },
          { ...aPanel, id: "second" },
          { ...aPanel, id: "third", row: "Pods" },
        ],
      },
      `${path}: panels of one heading are not adjacent, got Pods; put them one after the other`,
    ],
    [
      "with one id twice",
      { panels: [aPanel, { ...aPanel, title: "Another" }] },
      `${path} panel "a-panel": the id is used twice; rename one: messages use the id`,
    ],
  ])("%s", (_, change, message) => {
    expect(check([withDashboard(change)])).toEqual([message]);
  });

  it("of more than a mebibyte", () => {
    // Two bytes for each letter: what counts is bytes.
    const service = withPanel({ description: "é".repeat(600_000) });
    const bytes = service.dashboards.map((dashboard) =>
      Buffer.byteLength(dashboardJson(dashboard, service, production)),
    );
    expect(check([service])).toEqual([
      `${path}: the dashboard is too large, got ${bytes.join()} bytes; allowed: 1048576 bytes or less; split it: nobody reads so many panels`,
    ]);
    expect(check([withPanel({ description: "é".repeat(500_000) })])).toEqual(
      [],
    );
  });

  it("may read again every five seconds", () => {
    expect(check([withDashboard({ refresh: seconds(5) })])).toEqual([]);
  });
});

describe("dashboards of several services", () => {
  it("share a uid", () => {
    const other = { ...goodService, key: "other" };
    expect(check([goodService, other])).toEqual([
      'services/shop dashboard "shop" and services/other dashboard "shop": the uid is used twice; rename one: the last to be applied would replace the other',
    ]);
  });

  it("stand in a folder whose uid would be too long", () => {
    const key = "x".repeat(29);
    expect(check([{ ...goodService, key }])).toEqual([
      `services/${key}: the key is too long for the uid of its folder, got ${key}-engineering; allowed: 1 to 40 of a-z, 0-9, - and _; shorten the key`,
    ]);
  });
});

describe("a panel", () => {
  const path = 'services/shop dashboard "shop-pictures" panel "a-panel"';

  it.each<[string, Partial<Panel>, string]>([
    [
      "without title",
      { title: "" },
      `${path}: title must not be empty; say what the reader sees`,
    ],
    [
      "without description",
      { description: " " },
      `${path}: description must not be empty; say what the reader sees`,
    ],
    [
      "in a unit that Grafana would not know",
      { unit: "furlongs" as "s" },
      `${path}: unknown unit, got furlongs; allowed: short, none, percentunit, reqps, ops, cps, cpm, s, d, bytes, Bps, bool_yes_no, bool_on_off, dateTimeFromNow, currencyUSD; choose one, or add Grafana's id to UNITS`,
    ],
    [
      "that is blank without samples",
      { noValue: "" },
      `${path}: noValue must not be empty; say what the reader sees`,
    ],
    [
      "without query",
      { queries: [] },
      `${path}: the panel has no query; add one, or drop the panel`,
    ],
    [
      "with an empty query",
      { queries: [{ expr: "up" }, { expr: " " }] },
      `${path}: a query is empty; write it`,
    ],
    [
      "with an unknown variable",
      { queries: [{ expr: 'up{a=~"$status", b=~"${route:regex}"}' }] },
      `${path}: a query reads a variable that the dashboard does not have, got $route; allowed: $status, $trace_id; declare it in variables`,
    ],
    [
      "without width",
      { width: 0 },
      `${path}: width out of range, got 0; allowed: 1 to 24 columns; correct it`,
    ],
    [
      "wider than the grid",
      { width: 25 },
      `${path}: width out of range, got 25; allowed: 1 to 24 columns; correct it`,
    ],
    [
      "of half a column",
      { width: 1.5 },
      `${path}: width out of range, got 1.5; allowed: 1 to 24 columns; correct it`,
    ],
    [
      "over no time",
      { over: seconds(0) },
      `${path}: over out of range, got 0s; allowed: whole seconds, 1s or more; correct it`,
    ],
    [
      "with bars of a fraction of a second",
      { visualisation: { kind: "barchart", every: milliseconds(1500) } },
      `${path}: every out of range, got 1s500ms; allowed: whole seconds, 1s or more; correct it`,
    ],
    [
      "with bars over the hours that the page shows",
      { visualisation: { kind: "barchart", every: days(1) } },
      `${path}: bars of 1d need room for several, got the hours that the page shows; allowed: over: 2d or more; say in over how much the panel shows`,
    ],
    [
      "with room for one bar only",
      {
        visualisation: { kind: "barchart", every: days(1) },
        over: hours(47),
      },
      `${path}: bars of 1d need room for several, got 1d23h; allowed: over: 2d or more; say in over how much the panel shows`,
    ],
  ])("%s", (_, change, message) => {
    expect(check([withPanel(change)])).toEqual([message]);
  });

  it("may have room for two bars", () => {
    const bars = { kind: "barchart", every: days(1) } as const;
    expect(check([withPanel({ visualisation: bars, over: days(2) })])).toEqual(
      [],
    );
  });

  it("may use Grafana's own variables and a dollar sign in a pattern", () => {
    const expr =
      'rate(a{b=~"x$"}[$__rate_interval]) + label_replace(c, "d", "$1", "e", "(.*)")';
    expect(check([withPanel({ queries: [{ expr }] })])).toEqual([]);
  });

  it("reads a variable of a dashboard that has none", () => {
    const panel = { ...aPanel, queries: [{ expr: "up{a=~'$route'}" }] };
    expect(check([withDashboard({ variables: [], panels: [panel] })])).toEqual([
      `${path}: a query reads a variable that the dashboard does not have, got $route; allowed: none; declare it in variables`,
    ]);
  });
});

describe("threshold steps", () => {
  const path = 'services/shop dashboard "shop-pictures" panel "a-panel"';
  const fromAlert = {
    colour: "red",
    alert: "ShopErrors",
    threshold: "errorRatio",
  } as const;

  it.each<[string, readonly ThresholdStep[], string]>([
    [
      "are missing",
      [],
      `${path}: thresholds have no step; add one, or say { kind: "none" }`,
    ],
    [
      "name an unknown alert",
      [{ ...fromAlert, alert: "ShopError" }],
      `${path}: a threshold names an alert that the service does not have, got ShopError; allowed: ShopErrors; correct the name, or write the value`,
    ],
    [
      "name an unknown limit",
      [{ ...fromAlert, threshold: "ratio" }],
      `${path}: the alert "ShopErrors" has no such threshold, got ratio; allowed: errorRatio; correct the name, or write the value`,
    ],
    [
      "name a limit that every object has",
      [{ ...fromAlert, threshold: "constructor" }],
      `${path}: the alert "ShopErrors" has no such threshold, got constructor; allowed: errorRatio; correct the name, or write the value`,
    ],
    [
      "descend",
      [
        { colour: "yellow", from: percent(5) },
        { colour: "red", from: percent(1) },
      ],
      `${path}: threshold steps must ascend, got 0.05, 0.01; order them; overrides of the environment count`,
    ],
    [
      "stand still",
      [
        { colour: "yellow", from: percent(5) },
        { colour: "red", from: percent(5) },
      ],
      `${path}: threshold steps must ascend, got 0.05, 0.05; order them; overrides of the environment count`,
    ],
    [
      "are of another unit",
      [{ colour: "red", from: minutes(5) }],
      `${path}: a threshold is no value of the unit "percentunit", got duration 300; allowed: ratio or count; write it in the panel's unit, or correct the unit`,
    ],
  ])("%s", (_, steps, message) => {
    expect(check([withSteps(steps)])).toEqual([message]);
  });

  it("descend in the environment that overrides a limit", () => {
    const overriding = {
      ...staging,
      thresholds: [
        {
          system: "shop",
          alert: "ShopErrors",
          threshold: "errorRatio",
          value: percent(0.5),
          reason: "a test",
        },
      ],
    };
    const service = withSteps([
      { colour: "yellow", from: percent(1) },
      fromAlert,
    ]);
    expect(check([service], [production, overriding])).toEqual([
      `${path} in staging: threshold steps must ascend, got 0.01, 0.005; order them; overrides of the environment count`,
    ]);
  });

  it("may exceed one as a count on a panel of shares", () => {
    const step = { colour: "red", from: count(1.5, "times") } as const;
    expect(check([withSteps([step])])).toEqual([]);
  });

  it("are times on a panel of times only", () => {
    const step = { colour: "red", from: seconds(2) } as const;
    expect(check([withSteps([step], "s")])).toEqual([]);
    expect(check([withSteps([step], "short")])).toEqual([
      `${path}: a threshold is no value of the unit "short", got duration 2; allowed: count; write it in the panel's unit, or correct the unit`,
    ]);
  });
});

it("lists every problem of all dashboards at once", () => {
  const bad = withDashboard({
    title: "",
    panels: [
      { ...aPanel, width: 25, queries: [] },
      { ...aPanel, id: "another", title: "" },
    ],
  });
  expect(check([bad, { ...bad, key: "other" }])).toHaveLength(9);
});

it.each<[string, Partial<Panel>, string]>([
  [
    "lines in a graph of traces",
    {
      visualisation: { kind: "traces" },
      queries: [{ kind: "logql", expr: '{system="shop"}' }],
    },
    'a panel of kind "traces" cannot show the answer to a query, got logql; allowed: traceql; use another kind of panel, or correct the query\'s kind',
  ],
  [
    "numbers in a list of lines",
    { visualisation: { kind: "logs" } },
    'a panel of kind "logs" cannot show the answer to a query, got promql; allowed: logql; use another kind of panel, or correct the query\'s kind',
  ],
  [
    "traces in a pie",
    {
      visualisation: { kind: "piechart" },
      queries: [{ kind: "traceql", expr: "{}" }],
    },
    'a panel of kind "piechart" cannot show the answer to a query, got traceql; allowed: promql, logql; use another kind of panel, or correct the query\'s kind',
  ],
  [
    "two stores in one panel",
    {
      queries: [
        { expr: "up" },
        { kind: "logql", expr: 'sum(rate({system="shop"} [5m]))' },
      ],
    },
    "the queries of a panel are of several kinds, got promql, logql; make a panel for each: each kind has a store of its own",
  ],
])("refuses %s", (_, change, problem) => {
  expect(check([withPanel(change)])).toEqual([
    `services/shop dashboard "shop-pictures" panel "a-panel": ${problem}`,
  ]);
});
