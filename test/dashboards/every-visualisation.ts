import type { Dashboard, Panel } from "../../model/dashboard";
import { days, minutes } from "../../model/duration";
import { percent } from "../../model/ratio";

const common = {
  unit: "short",
  thresholds: { kind: "none" },
  queries: [{ expr: "up" }],
  description: "What it tells",
} as const satisfies Partial<Panel>;

/** A panel without a mistake, to be changed in one way. */
export const aPanel: Panel = {
  ...common,
  requirement: "X-D2.1",
  title: "A panel",
  visualisation: { kind: "timeseries" },
};

/** A dashboard with each visualisation once. */
export const everyVisualisation: Dashboard = {
  requirement: "X-D2",
  uid: "shop-pictures",
  title: "Магазин",
  description: "Each visualisation once",
  refresh: minutes(1),
  access: "engineering",
  variables: [
    {
      name: "status",
      label: "Status",
      metric: "shop_requests_total",
      values: "status",
    },
    { kind: "typed", name: "trace_id", label: "Trace" },
  ],
  panels: [
    {
      ...common,
      requirement: "X-D2.1",
      title: "Errors",
      visualisation: { kind: "timeseries" },
      unit: "percentunit",
      decimals: 1,
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "yellow", from: percent(1) },
          { colour: "red", alert: "ShopErrors", threshold: "errorRatio" },
        ],
      },
      queries: [{ expr: "shop:errors:ratio_rate5m", legend: "errors" }],
    },
    {
      ...common,
      requirement: "X-D2.2",
      title: "Now",
      visualisation: { kind: "stat" },
    },
    {
      ...common,
      requirement: "X-D2.3",
      title: "Share",
      visualisation: { kind: "gauge" },
      unit: "percentunit",
      width: 6,
      noValue: "No requests",
    },
    {
      ...common,
      requirement: "X-D2.4",
      title: "Ranking",
      visualisation: { kind: "bargauge", min: 0, max: 10 },
    },
    {
      ...common,
      requirement: "X-D2.5",
      title: "Parts",
      visualisation: { kind: "piechart" },
    },
    {
      ...common,
      requirement: "X-D2.6",
      title: "List",
      visualisation: { kind: "table" },
      queries: [{ expr: "up", legend: "Up" }],
    },
    {
      ...common,
      requirement: "X-D2.7",
      title: "Distribution",
      visualisation: { kind: "heatmap" },
      unit: "s",
    },
    {
      ...common,
      requirement: "X-D2.8",
      title: "States",
      visualisation: { kind: "state-timeline" },
    },
    {
      ...common,
      requirement: "X-D2.9",
      title: "Days",
      visualisation: { kind: "barchart", every: days(1) },
      over: days(30),
    },
    {
      ...common,
      requirement: "X-D2.12",
      title: "By pod",
      visualisation: { kind: "bars", of: "pod" },
      queries: [{ expr: "sum by (pod) (up)", legend: "up" }],
      row: "Pods",
    },
    {
      ...common,
      requirement: "X-D2.13",
      title: "By pod and job",
      visualisation: { kind: "bars", of: "pod", stackedBy: "job" },
      queries: [{ expr: "sum by (pod, job) (up)" }],
      row: "Pods",
    },
    {
      ...common,
      requirement: "X-D2.14",
      title: "State",
      visualisation: { kind: "stat" },
      words: [
        { value: 0, text: "Down", colour: "red" },
        { value: 1, text: "Up", colour: "green" },
      ],
      row: "Text",
    },
    {
      ...common,
      requirement: "X-D2.10",
      title: "Lines",
      visualisation: { kind: "logs" },
      unit: "none",
      queries: [{ kind: "logql", expr: '{system="shop"}', maxLines: 50 }],
      row: "Text",
    },
    {
      ...common,
      requirement: "X-D2.11",
      title: "Traces",
      visualisation: { kind: "traces" },
      unit: "none",
      queries: [{ kind: "traceql", expr: '{ resource.system = "shop" }' }],
      row: "Text",
    },
    {
      ...common,
      requirement: "X-D2.15",
      title: "Spans",
      visualisation: { kind: "timeseries" },
      unit: "ops",
      queries: [
        { kind: "traceql", expr: '{ resource.system = "shop" } | rate()' },
      ],
      row: "Text",
    },
    {
      ...common,
      requirement: "X-D2.16",
      title: "Days in parts",
      visualisation: { kind: "barchart", every: days(1), stacked: true },
      over: days(30),
      row: "Text",
    },
    {
      ...common,
      requirement: "X-D2.17",
      title: "What to do",
      visualisation: {
        kind: "text",
        advice: [
          { text: "Count more.", alert: "ShopErrors" },
          { text: "Sleep." },
        ],
      },
      unit: "none",
      queries: [],
      row: "Text",
    },
    {
      ...common,
      requirement: "X-D2.18",
      title: "Map",
      visualisation: { kind: "node-graph" },
      unit: "none",
      queries: [{ kind: "service-map", expr: "shop(-.+)?" }],
      row: "Text",
    },
  ],
};
