import { production } from "../support/environments/production";
import type { Panel, PanelThresholds, Unit } from "../../model/dashboard";
import { days, minutes } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { gibibytes } from "../../model/bytes";
import { percent } from "../../model/ratio";
import { count } from "../../model/threshold";
import type { Threshold } from "../../model/threshold";
import { goodService } from "../support/services";
import { drawPanel } from "./rendered";
import { aPanel } from "./every-visualisation";

const fromAlert: PanelThresholds = {
  kind: "steps",
  base: "green",
  steps: [
    { colour: "yellow", from: percent(1) },
    { colour: "red", alert: "ShopErrors", threshold: "errorRatio" },
  ],
};

const stepsOf = (
  change: Partial<Panel>,
  environment: EnvironmentConfig = production,
): readonly unknown[] =>
  drawPanel({ ...aPanel, ...change }, goodService, environment).fieldConfig
    .defaults.thresholds.steps;

it("says no more than a neutral colour when there are none", () => {
  expect(stepsOf({ thresholds: { kind: "none" } })).toEqual([
    { color: "blue" },
  ]);
});

it("leaves the value of the base out, which Grafana reads as minus infinity", () => {
  expect(stepsOf({ thresholds: fromAlert })[0]).toEqual({ color: "green" });
});

it("takes the limit of an alert", () => {
  expect(stepsOf({ thresholds: fromAlert }).slice(1)).toEqual([
    { color: "yellow", value: 0.01 },
    { color: "red", value: 0.05 },
  ]);
});

it.each([
  ["of this alert", {}, 0.2],
  ["of another system", { system: "other" }, 0.05],
  ["of another alert", { alert: "Other" }, 0.05],
  ["of another limit", { threshold: "other" }, 0.05],
])("follows the environment's override %s", (_, change, value) => {
  const override = {
    system: "shop",
    alert: "ShopErrors",
    threshold: "errorRatio",
    value: percent(20),
    reason: "a test",
    ...change,
  };
  expect(
    stepsOf(
      { thresholds: fromAlert },
      { ...production, thresholds: [override] },
    )[2],
  ).toEqual({ color: "red", value });
});

it.each<[Unit, Threshold, number]>([
  ["percentunit", percent(5), 0.05],
  ["s", minutes(2), 120],
  ["d", days(30), 30],
  ["bytes", gibibytes(1), 1_073_741_824],
  ["short", count(100, "jobs"), 100],
])("writes a limit in the unit %s", (unit, from, value) => {
  const thresholds: PanelThresholds = {
    kind: "steps",
    base: "red",
    steps: [{ colour: "green", from }],
  };
  expect(stepsOf({ unit, thresholds })[1]).toEqual({ color: "green", value });
});

it("refuses to draw a limit that does not exist", () => {
  const thresholds: PanelThresholds = {
    kind: "steps",
    base: "green",
    steps: [{ colour: "red", alert: "ShopErrors", threshold: "p95" }],
  };
  expect(() => stepsOf({ thresholds })).toThrow(
    'panel "a-panel" of services/shop: no such limit: {"colour":"red","alert":"ShopErrors","threshold":"p95"}',
  );
});

it.each<[Panel["visualisation"], string, string]>([
  [{ kind: "timeseries" }, "palette-classic", "palette-classic"],
  [{ kind: "heatmap" }, "palette-classic", "palette-classic"],
  [{ kind: "piechart" }, "thresholds", "palette-classic"],
  [{ kind: "state-timeline" }, "thresholds", "palette-classic"],
  [{ kind: "stat" }, "thresholds", "thresholds"],
  [{ kind: "gauge", min: 0, max: 1 }, "thresholds", "thresholds"],
  [{ kind: "bargauge", min: 0, max: 9 }, "thresholds", "thresholds"],
  [{ kind: "table" }, "thresholds", "thresholds"],
])(
  "colours %j by %s with steps, by %s without",
  (visualisation, by, without) => {
    const mode = (thresholds: PanelThresholds) =>
      drawPanel({ ...aPanel, visualisation, thresholds }).fieldConfig.defaults
        .color.mode;
    expect([mode(fromAlert), mode({ kind: "none" })]).toEqual([by, without]);
  },
);

it("draws a line at each limit of a graph, and none without limits", () => {
  const style = (thresholds: PanelThresholds) =>
    drawPanel({ ...aPanel, thresholds }).fieldConfig.defaults.custom?.[
      "thresholdsStyle"
    ];
  expect(style(fromAlert)).toEqual({ mode: "line" });
  expect(style({ kind: "none" })).toEqual({ mode: "off" });
});
