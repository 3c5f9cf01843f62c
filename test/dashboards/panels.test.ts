import type { Panel, PanelQuery } from "../../model/dashboard";
import { days, hours } from "../../model/duration";
import { percent } from "../../model/ratio";
import { drawPanel } from "./rendered";
import { aPanel } from "./every-visualisation";

const BUCKETS = "sum by (le) (rate(shop_seconds_bucket[5m]))";

it("has the declared description, and nothing else", () => {
  expect(drawPanel(aPanel).description).toBe("What it shows");
});

it.each([
  ["said", { noValue: "Nothing fires" }, "Nothing fires"],
  ["left out", {}, "No data"],
])("shows a text without samples: %s", (_, change, text) => {
  expect(drawPanel({ ...aPanel, ...change }).fieldConfig.defaults.noValue).toBe(
    text,
  );
});

it.each<[Panel["visualisation"], string, boolean]>([
  [{ kind: "timeseries" }, "time_series", false],
  [{ kind: "state-timeline" }, "time_series", false],
  [{ kind: "heatmap" }, "heatmap", false],
  [{ kind: "stat" }, "time_series", true],
  [{ kind: "gauge", min: 0, max: 1 }, "time_series", true],
  [{ kind: "bargauge", min: 0, max: 9 }, "time_series", true],
  [{ kind: "piechart" }, "time_series", true],
  [{ kind: "table" }, "table", true],
])("asks for %j as %s, instant: %s", (visualisation, format, instant) => {
  const { type, targets } = drawPanel({ ...aPanel, visualisation });
  expect(type).toBe(visualisation.kind);
  expect(targets).toEqual([
    {
      datasource: { type: "prometheus", uid: "prometheus" },
      expr: "up",
      format,
      instant,
      range: !instant,
      legendFormat: "__auto",
      refId: "A",
    },
  ]);
});

it.each<[string, Panel["visualisation"], string, true | undefined]>([
  ["a histogram over time", { kind: "timeseries" }, BUCKETS, true],
  ["a heatmap", { kind: "heatmap" }, BUCKETS, true],
  ["a histogram now", { kind: "stat" }, BUCKETS, undefined],
  ["states", { kind: "state-timeline" }, BUCKETS, undefined],
  ["a counter", { kind: "timeseries" }, "up", undefined],
])("asks for exemplars of %s: %j", (_, visualisation, expr, exemplar) => {
  const { targets } = drawPanel({
    ...aPanel,
    visualisation,
    queries: [{ expr }],
  });
  expect(targets[0]?.["exemplar"]).toBe(exemplar);
});

it("gives a query on the right axis a unit of its own", () => {
  const { fieldConfig } = drawPanel({
    ...aPanel,
    unit: "s",
    queries: [{ expr: "up" }, { expr: "up", rightAxis: { unit: "ops" } }],
  });
  expect(fieldConfig.overrides).toEqual([
    {
      matcher: { id: "byFrameRefID", options: "B" },
      properties: [
        { id: "unit", value: "ops" },
        { id: "custom.axisPlacement", value: "right" },
      ],
    },
  ]);
});

it("stacks series when declared, and only then", () => {
  const stacking = (stacked: boolean) =>
    drawPanel({ ...aPanel, visualisation: { kind: "timeseries", stacked } })
      .fieldConfig.defaults.custom?.["stacking"];
  expect(stacking(true)).toEqual({ group: "A", mode: "normal" });
  expect(stacking(false)).toBeUndefined();
});

it("begins the axis of a graph at zero unless declared to begin at the lowest value", () => {
  const softMin = (change: Partial<Panel>) =>
    drawPanel({ ...aPanel, ...change }).fieldConfig.defaults.custom?.[
      "axisSoftMin"
    ];
  expect(softMin({})).toBe(0);
  expect(
    softMin({ visualisation: { kind: "timeseries", axisFrom: "lowest" } }),
  ).toBeUndefined();
});

it("draws one bar for each length of time, over a time of its own", () => {
  const { type, targets, timeFrom } = drawPanel({
    ...aPanel,
    visualisation: { kind: "barchart", every: days(1) },
    over: days(30),
  });
  expect([type, timeFrom]).toEqual(["barchart", "30d"]);
  expect(targets).toEqual([
    {
      datasource: { type: "prometheus", uid: "prometheus" },
      expr: "up",
      format: "time_series",
      instant: false,
      range: true,
      interval: "1d",
      legendFormat: "__auto",
      refId: "A",
    },
  ]);
});

it.each<[string, Partial<Panel>, string | undefined]>([
  ["the time of the page", {}, undefined],
  ["a time of its own", { over: hours(36) }, "36h"],
])("shows %s", (_, change, text) => {
  expect(drawPanel({ ...aPanel, ...change }).timeFrom).toBe(text);
});

it.each<[Panel["thresholds"], string]>([
  [{ kind: "none" }, "off"],
  [
    {
      kind: "steps",
      base: "green",
      steps: [{ colour: "red", from: percent(1) }],
    },
    "line",
  ],
])("draws the limits of bars as lines: %j", (thresholds, mode) => {
  const { fieldConfig } = drawPanel({
    ...aPanel,
    visualisation: { kind: "barchart", every: days(1) },
    over: days(30),
    unit: "percentunit",
    thresholds,
  });
  expect(fieldConfig.defaults.custom?.["thresholdsStyle"]).toEqual({ mode });
});

it("letters more queries than the alphabet has", () => {
  const { targets } = drawPanel({
    ...aPanel,
    queries: Array.from({ length: 28 }, () => ({ expr: "up" })),
  });
  expect(targets.map(({ refId }) => refId).slice(24)).toEqual([
    "Y",
    "Z",
    "AA",
    "AB",
  ]);
});

it("joins the queries of a table and names their columns by the legend", () => {
  const { transformations, options, fieldConfig } = drawPanel({
    ...aPanel,
    visualisation: { kind: "table" },
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [{ colour: "red", alert: "ShopErrors", threshold: "errorRatio" }],
    },
    queries: [
      { expr: "up", legend: "Now" },
      { expr: "up offset 1d", legend: "Yesterday" },
    ],
  });
  expect(transformations).toEqual([
    { id: "merge", options: {} },
    {
      id: "organize",
      options: {
        excludeByName: { Time: true },
        renameByName: { "Value #A": "Now", "Value #B": "Yesterday" },
      },
    },
  ]);
  expect(options["sortBy"]).toEqual([{ desc: true, displayName: "Now" }]);
  const coloured = { id: "custom.cellOptions", value: { type: "color-text" } };
  expect(fieldConfig.overrides).toEqual([
    { matcher: { id: "byName", options: "Now" }, properties: [coloured] },
    { matcher: { id: "byName", options: "Yesterday" }, properties: [coloured] },
  ]);
});

it("queries Loki for lines, Tempo for traces, and Loki for a graph or a number", () => {
  const lines = { kind: "logql", expr: '{system="shop"}' } as const;
  const rate = {
    kind: "logql",
    expr: 'sum(rate({system="shop"} [5m]))',
  } as const;
  const loki = { type: "loki", uid: "loki" };
  const tempo = { type: "tempo", uid: "tempo" };
  const rendered = (
    visualisation: Panel["visualisation"],
    query: PanelQuery,
  ) => {
    const { type, datasource, targets } = drawPanel({
      ...aPanel,
      visualisation,
      queries: [query],
    });
    return { type, datasource, targets };
  };
  expect(rendered({ kind: "logs" }, lines)).toEqual({
    type: "logs",
    datasource: loki,
    targets: [
      {
        ...lines,
        kind: undefined,
        datasource: loki,
        queryType: "range",
        maxLines: 100,
        refId: "A",
      },
    ],
  });
  expect(rendered({ kind: "timeseries" }, rate).targets).toEqual([
    { expr: rate.expr, datasource: loki, queryType: "range", refId: "A" },
  ]);
  expect(
    rendered({ kind: "stat" }, { ...rate, legend: "lines" }).targets,
  ).toEqual([
    {
      expr: rate.expr,
      datasource: loki,
      queryType: "instant",
      legendFormat: "lines",
      refId: "A",
    },
  ]);
  expect(
    rendered(
      { kind: "traces" },
      { kind: "traceql", expr: '{ resource.system = "shop" }', limit: 5 },
    ),
  ).toEqual({
    type: "table",
    datasource: tempo,
    targets: [
      {
        query: '{ resource.system = "shop" }',
        queryType: "traceql",
        tableType: "traces",
        limit: 5,
        spss: 3,
        filters: [],
        datasource: tempo,
        refId: "A",
      },
    ],
  });
  expect(
    rendered(
      { kind: "node-graph" },
      { kind: "service-map", expr: "shop(-.+)?" },
    ),
  ).toEqual({
    type: "nodeGraph",
    datasource: tempo,
    targets: [
      {
        queryType: "serviceMap",
        serviceMapQuery: ['{client=~"shop(-.+)?"}', '{server=~"shop(-.+)?"}'],
        filters: [],
        datasource: tempo,
        refId: "A",
      },
    ],
  });
});

it("has a bar for each value of a label, and no other text that Grafana could name it by", () => {
  const { type, targets, transformations } = drawPanel({
    ...aPanel,
    visualisation: { kind: "bars", of: "pod" },
    queries: [{ expr: "sum by (pod) (up)", legend: "up" }],
  });
  expect(type).toBe("barchart");
  expect(targets).toMatchObject([{ format: "table", instant: true }]);
  expect(transformations).toEqual([
    {
      id: "organize",
      options: { excludeByName: { Time: true }, renameByName: { Value: "up" } },
    },
  ]);
});

it("stacks bars by another label", () => {
  const { options, transformations } = drawPanel({
    ...aPanel,
    visualisation: { kind: "bars", of: "pod", stackedBy: "job" },
    queries: [{ expr: "sum by (pod, job) (up)" }],
  });
  expect(options["stacking"]).toBe("normal");
  expect(transformations).toEqual([
    {
      id: "groupingToMatrix",
      options: { columnField: "job", rowField: "pod", valueField: "Value" },
    },
  ]);
});

it("shows value mappings", () => {
  const { fieldConfig } = drawPanel({
    ...aPanel,
    valueMappings: [
      { value: 0, text: "Down", colour: "red" },
      { value: 1, text: "Up", colour: "green" },
    ],
  });
  expect(fieldConfig.defaults).toHaveProperty("mappings", [
    {
      type: "value",
      options: {
        "0": { text: "Down", color: "red", index: 0 },
        "1": { text: "Up", color: "green", index: 1 },
      },
    },
  ]);
});

it("draws limits of a single query for it alone, with links to its alert", () => {
  const { fieldConfig } = drawPanel({
    ...aPanel,
    queries: [
      { expr: "up" },
      {
        expr: "up",
        rightAxis: { unit: "percentunit" },
        thresholds: {
          kind: "steps",
          base: "green",
          steps: [
            { colour: "red", alert: "ShopErrors", threshold: "errorRatio" },
          ],
        },
      },
    ],
  });
  expect(fieldConfig.defaults.custom?.["thresholdsStyle"]).toEqual({
    mode: "line",
  });
  expect(fieldConfig.defaults.thresholds.steps).toEqual([{ color: "blue" }]);
  expect(fieldConfig.overrides).toContainEqual({
    matcher: { id: "byFrameRefID", options: "B" },
    properties: [
      {
        id: "thresholds",
        value: {
          mode: "absolute",
          steps: [{ color: "green" }, { color: "red", value: 0.05 }],
        },
      },
    ],
  });
  expect(fieldConfig.defaults.links?.map(({ title }) => title)).toContain(
    "Runbook of ShopErrors",
  );
});

it.each<[Panel["visualisation"], string]>([
  [{ kind: "timeseries" }, "range"],
  [{ kind: "stat" }, "instant"],
])("asks for numbers of spans as %j shows them: %s", (visualisation, kind) => {
  const expr = '{ resource.system = "shop" } | rate()';
  const { targets } = drawPanel({
    ...aPanel,
    visualisation,
    queries: [{ kind: "traceql", expr }],
  });
  expect(targets).toEqual([
    {
      datasource: { type: "tempo", uid: "tempo" },
      queryType: "traceql",
      query: expr,
      metricsQueryType: kind,
      filters: [],
      refId: "A",
    },
  ]);
});

it("stacks bars of days when declared, and only then", () => {
  const stacking = (stacked: boolean) =>
    drawPanel({
      ...aPanel,
      visualisation: { kind: "barchart", every: days(1), stacked },
      over: days(30),
    }).options["stacking"];
  expect(stacking(true)).toBe("normal");
  expect(stacking(false)).toBe("none");
});
