import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import { drawDashboard } from "../../dashboards/rendered";
import type { RenderedPanel, RenderedStep } from "../../dashboards/rendered";
import { services } from "../support/declared";

const SCALED = ["gauge", "bargauge"];

const scaled = [production, staging].flatMap((environment) =>
  services.map(withGeneratedDashboards).flatMap((service) =>
    service.dashboards.flatMap((dashboard) =>
      drawDashboard(dashboard, service, environment)
        .panels.filter(({ type }) => SCALED.includes(type))
        .map((panel) => ({
          name: `${environment.name} ${dashboard.uid}: ${panel.title}`,
          panel,
        })),
    ),
  ),
);

/** Steps of the panel and of single queries, but for the colour below them all. */
const steps = ({ fieldConfig }: RenderedPanel): readonly number[] =>
  [
    fieldConfig.defaults.thresholds,
    ...fieldConfig.overrides.flatMap(({ properties }) =>
      properties.filter(({ id }) => id === "thresholds"),
    ),
  ]
    .flatMap((rendered): readonly RenderedStep[] =>
      "value" in rendered ? rendered.value.steps : rendered.steps,
    )
    .flatMap(({ value }) => value ?? []);

it("say where every dial and bar begins and ends, since Grafana would take the least and the greatest of the moment", () => {
  expect(scaled.length).toBeGreaterThan(40);
  const without = scaled.filter(({ panel: { fieldConfig } }) => {
    const { min, max } = fieldConfig.defaults;
    return min === undefined || max === undefined || !(min < max);
  });
  expect(without.map(({ name }) => name)).toEqual([]);
});

it("have every limit of a dial or bar on its scale", () => {
  const outside = scaled.flatMap(({ name, panel }) => {
    const { min = NaN, max = NaN } = panel.fieldConfig.defaults;
    return steps(panel)
      .filter((step) => !(step >= min && step <= max))
      .map((step) => `${name}: ${String(step)}`);
  });
  expect(outside).toEqual([]);
});

it.each([
  ["codequal-deepwiki", "Disk usage (progress bar)", 0, 1],
  ["slo-tracking", "Error budget remaining", 0, 1],
  ["codequal-performance", "Slowest agents (P95)", 0, 300],
  ["obsidian", "Oldest open vulnerability", 0, 30 * 86_400],
])("draw %s, %s, from %d to %d", (uid, title, min, max) => {
  const found = scaled.filter(({ name }) => name.endsWith(`${uid}: ${title}`));
  expect(
    found.map(({ panel: { fieldConfig } }) => [
      fieldConfig.defaults.min,
      fieldConfig.defaults.max,
    ]),
  ).toEqual([
    [min, max],
    [min, max],
  ]);
});
