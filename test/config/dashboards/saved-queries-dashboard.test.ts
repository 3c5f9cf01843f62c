import { savedQueriesDashboard } from "../../../dashboards/saved-queries-dashboard";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import { codeverify } from "../../../config/services/codeverify";
import { goodService } from "../../support/services";

it("is one panel for each saved query, of logs first", () => {
  const [page, ...others] = savedQueriesDashboard(codeverify);
  expect(others).toEqual([]);
  expect(page).toMatchObject({
    uid: "codeverify-queries",
    title: "CodeVerify: logs and traces",
    access: "engineering",
  });
  expect(
    page?.panels.map(
      ({ requirement, visualisation, queries }) =>
        `${requirement} ${visualisation.kind} ${String(queries[0]?.kind)}`,
    ),
  ).toEqual([
    "CV-L1 logs logql",
    "CV-L2 logs logql",
    "CV-L3 logs logql",
    "CV-X5 traces traceql",
    "CV-X6 traces traceql",
    "CV-X7 traces traceql",
    "CV-X8 traces traceql",
  ]);
});

it("is among the pages of its service, and not there without saved queries", () => {
  expect(
    withGeneratedDashboards(codeverify).dashboards.map(({ uid }) => uid),
  ).toContain("codeverify-queries");
  expect(savedQueriesDashboard(goodService)).toEqual([]);
});

it("draws numbers of spans in their unit, and asks a reader once for what several queries need", () => {
  const asks = [{ name: "trace_id", label: "Trace" }];
  const saved = { title: "A query", description: "What it tells" };
  const lines = '{system="shop"} | json | trace_id="$trace_id" | __error__=""';
  const [page] = savedQueriesDashboard({
    ...goodService,
    logQueries: [
      { ...saved, requirement: "X-L1", expr: lines, asks },
      { ...saved, requirement: "X-L2", expr: lines, asks },
    ],
    traceQueries: [
      {
        ...saved,
        requirement: "X-X1",
        expr: '{ resource.system = "shop" } | rate()',
        unit: "ops",
      },
    ],
  });
  expect(page?.variables).toEqual([
    { kind: "typed", name: "trace_id", label: "Trace" },
  ]);
  expect(
    page?.panels.map(
      ({ visualisation, unit }) => `${visualisation.kind} ${unit}`,
    ),
  ).toEqual(["logs none", "logs none", "timeseries ops"]);
});
