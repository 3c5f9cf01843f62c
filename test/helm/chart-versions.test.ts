import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { production } from "../../config/environments/production";
import { CHARTS, chartReference } from "../../helm/chart-versions";
import type { Chart } from "../../helm/chart-versions";
import { referenceData } from "../support/reference-data";
import { chartKey } from "./chart-values";

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

it("names no release twice, but the kinds of one trace store, of which an environment has one", () => {
  const kinds: readonly Chart[] = [
    CHARTS.tempo,
    CHARTS.tempoDistributed,
    CHARTS.tempoDistributedKafka,
  ];
  expect(new Set(kinds.map(({ release }) => release)).size).toBe(1);
  const releases = charts
    .filter(([, chart]) => !kinds.slice(1).includes(chart))
    .map(([, { release }]) => release);
  expect(new Set(releases).size).toBe(releases.length);
});

it.each(charts)(
  "is checked against the values of %s at its version",
  (_, pinned) => {
    const { chart, version, appVersion } = pinned;
    const file = referenceData(`charts/${chartKey(pinned)}/Chart.yaml`);
    if (file === undefined) return;
    expect(parse(readFileSync(file, "utf8"))).toMatchObject({
      name: chart,
      version,
      appVersion,
    });
  },
);

it("installs the definitions of the operator that reads them", () => {
  expect(CHARTS.operatorCrds.appVersion).toBe(
    CHARTS.kubePrometheusStack.appVersion,
  );
});
