import { production } from "../../environments/production";
import { CHARTS, chartReference } from "../../helm/chart-versions";

const charts = Object.entries(CHARTS);

it.each(charts)("pins %s to one version", (_, chart) => {
  expect(chart.version).toMatch(/^\d+\.\d+\.\d+$/);
});

it.each(charts)("fetches %s over TLS from its own repository", (_, chart) => {
  const { repository } = chartReference(production, chart);
  expect(repository).toBe(chart.repository);
  expect(repository).toMatch(/^https:\/\//);
});

it.each(charts)("fetches %s from the mirror where there is one", (_, chart) => {
  const repository = "oci://mirror.example.com/charts";
  const mirrored = {
    ...production,
    charts: { kind: "mirror" as const, repository },
  };
  expect(chartReference(mirrored, chart)).toEqual({
    chart: chart.chart,
    version: chart.version,
    repository,
  });
});

it("names no release twice", () => {
  const releases = charts.map(([, { release }]) => release);
  expect(new Set(releases).size).toBe(releases.length);
});
