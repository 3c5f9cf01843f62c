import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { production, staging } from "../support/organisation/environments";
import { deployedCharts } from "../../helm/deployed-charts";
import { KUBE_PROMETHEUS_STACK } from "../../helm/kube-prometheus-stack/chart";
import { PROMETHEUS_OPERATOR_CRDS } from "../../helm/prometheus-operator-crds/chart";
import {
  TEMPO,
  TEMPO_DISTRIBUTED,
  TEMPO_DISTRIBUTED_KAFKA,
} from "../../helm/tempo/chart";
import { chartReference } from "../../helm/parts/chart";
import type { Chart } from "../../helm/parts/chart";
import { referenceData } from "../support/reference-data";
import { chartKey } from "./chart-values";

const charts = deployedCharts
  .flatMap(({ charts: own }) => own)
  .map((chart): readonly [string, Chart] => [chartKey(chart), chart]);

it.each(charts)("pins %s to one version", (_, chart) => {
  expect(chart.version).toMatch(/^\d+\.\d+\.\d+$/);
});

it.each(charts)("fetches %s over TLS from its own repository", (_, chart) => {
  expect(chartReference(production, chart)).toEqual({
    chart: chart.chart,
    version: chart.version,
    repository: expect.stringMatching(/^https:\/\//) as string,
  });
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

it.each(charts)("takes %s from a folder of archives", (_, chart) => {
  const charts = { kind: "folder" as const, path: "charts" };
  const { version } = chart;
  expect(chartReference({ charts }, chart)).toEqual({
    archive: `charts/${chart.chart}-${version}.tgz`,
    version,
  });
});

it("names no release twice, but the kinds of one trace store, of which an environment has one", () => {
  const kinds: readonly Chart[] = [
    TEMPO,
    TEMPO_DISTRIBUTED,
    TEMPO_DISTRIBUTED_KAFKA,
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
  expect(PROMETHEUS_OPERATOR_CRDS.appVersion).toBe(
    KUBE_PROMETHEUS_STACK.appVersion,
  );
});

it("takes up every folder that pins a chart", () => {
  const helm = join(__dirname, "../../helm");
  const folders = readdirSync(helm).filter(
    (folder) =>
      folder !== "parts" && existsSync(join(helm, folder, "chart.ts")),
  );
  expect(folders.length).toBeGreaterThan(8);
  expect(deployedCharts).toHaveLength(folders.length);
});

it("releases for an environment only what is pinned, once each", () => {
  for (const environment of [staging, production]) {
    const all = deployedCharts.flatMap((deployed) =>
      deployed.releases(environment, []).map(({ chart }) => {
        expect(deployed.charts).toContain(chart);
        return chart.release;
      }),
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain("loki");
  }
});
