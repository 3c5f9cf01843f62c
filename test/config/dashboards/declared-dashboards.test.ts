import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { checkDashboards } from "../../../dashboards/check-dashboards";
import { dashboardJson } from "../../../dashboards/dashboard-json";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import type { Dashboard } from "../../../model/dashboard";
import { formatProblem } from "../../../model/problem";
import { drawDashboard } from "../../dashboards/rendered";
import { codeverify, services } from "../../support/declared";

const environments = [production, staging];

/** A page of CodeVerify. */
function pageOf(uid: string): Dashboard {
  const page = codeverify.dashboards.find((each) => each.uid === uid);
  if (page === undefined) throw new Error(`codeverify has no page ${uid}`);
  return page;
}

const shown = services.map(withGeneratedDashboards);
const declared = shown.flatMap((service) =>
  service.dashboards.map(
    (dashboard) => [dashboard.uid, dashboard, service] as const,
  ),
);

/** Visualisations of Grafana's core, none of them removed or deprecated. */
const CURRENT_TYPES = [
  "timeseries",
  "stat",
  "gauge",
  "bargauge",
  "barchart",
  "piechart",
  "table",
  "heatmap",
  "logs",
  "traces",
  "state-timeline",
  "nodeGraph",
  "text",
];

it("have no mistake", () => {
  expect(checkDashboards(shown, environments).map(formatProblem)).toEqual([]);
});

describe.each(declared)("%s", (_, dashboard, service) => {
  const texts = environments.map((environment) =>
    dashboardJson(dashboard, service, environment),
  );
  const { panels } = drawDashboard(dashboard, service);

  it("is drawn with current visualisations only", () => {
    expect(panels.filter(({ type }) => !CURRENT_TYPES.includes(type))).toEqual(
      [],
    );
  });

  it("has a unit, a description and a text without samples on every panel", () => {
    expect(panels.length).toBe(dashboard.panels.length);
    for (const { description, fieldConfig, type } of panels) {
      expect(description).toMatch(/^\S.*[^\]\s]$/);
      const { unit, noValue, thresholds } = fieldConfig.defaults;
      expect([unit, noValue, type]).not.toContain("");
      expect(thresholds.steps.length).toBeGreaterThan(0);
    }
  });

  it("contains nothing that Grafana would not give back", () => {
    for (const text of texts) expect(text).not.toMatch(/\bnull\b/);
  });
});

it.each([
  [production, 2],
  [staging, 1],
])("show the limit that holds in an environment", (environment, value) => {
  const workersUp = drawDashboard(
    pageOf("codeverify-worker"),
    codeverify,
    environment,
  ).panels.find(({ title }) => title === "Workers up");
  expect(workersUp?.fieldConfig.defaults.thresholds.steps).toEqual([
    { color: "red" },
    { color: "green", value },
  ]);
});

it("show SLOs with the thresholds of their objective and tiers", () => {
  const steps = drawDashboard(pageOf("codeverify-slo"), codeverify).panels.map(
    ({ title, fieldConfig }) =>
      [title, fieldConfig.defaults.thresholds.steps] as const,
  );
  expect(steps).toEqual([
    [
      "Availability (30 d)",
      [{ color: "red" }, { color: "green", value: 0.999 }],
    ],
    [
      "Error budget remaining",
      [
        { color: "red" },
        { color: "orange", value: 0 },
        { color: "yellow", value: 0.25 },
        { color: "green", value: 0.5 },
      ],
    ],
    [
      "Burn rate (1 h)",
      [
        { color: "green" },
        { color: "yellow", value: 1 },
        { color: "orange", value: 6 },
        { color: "red", value: 14.4 },
      ],
    ],
    ["SLI against objective", [{ color: "blue" }]],
  ]);
});
