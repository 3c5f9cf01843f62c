import { savedQueriesDashboard } from "../../../dashboards/saved-queries-dashboard";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import { codeverify } from "../support/declared";
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
      ({ id, number, visualisation, queries }) =>
        `${String(number)} ${id} ${visualisation.kind} ${String(queries[0]?.kind)}`,
    ),
  ).toEqual([
    "1 recent-errors logs logql",
    "2 analysis-failures logs logql",
    "3 slow-requests logs logql",
    "4 failed-api-requests traces traceql",
    "5 slow-api-requests traces traceql",
    "6 slow-analyses-by-repository traces traceql",
    "7 llm-calls-that-fail traces traceql",
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
      { ...saved, id: "lines", expr: lines, asks },
      { ...saved, id: "more-lines", expr: lines, asks },
    ],
    traceQueries: [
      {
        ...saved,
        id: "spans",
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
