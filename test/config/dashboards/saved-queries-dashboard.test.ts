import { savedQueriesDashboard } from "../../../dashboards/saved-queries-dashboard";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import type { Service } from "../../../model/service";
import { codeverify, services } from "../support/declared";
import { goodService } from "../../support/services";

it("is all logs and traces, then one panel for each saved query", () => {
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
    "101 all-log-lines logs logql",
    "103 all-traces traces traceql",
    "104 failed-traces traces traceql",
    "102 log-lines-by-level timeseries logql",
    "105 service-map node-graph service-map",
    "1 recent-errors logs logql",
    "2 analysis-failures logs logql",
    "3 slow-requests logs logql",
    "4 failed-api-requests traces traceql",
    "5 slow-api-requests traces traceql",
    "6 slow-analyses-by-repository traces traceql",
    "7 llm-calls-that-fail traces traceql",
  ]);
});

it("is among the pages of its service, and not there without logs, traces and saved queries", () => {
  expect(
    withGeneratedDashboards(codeverify).dashboards.map(({ uid }) => uid),
  ).toContain("codeverify-queries");
  const silent: Service = {
    ...goodService,
    logs: { sources: [] },
    traces: { kind: "none", reason: "a test" },
  };
  expect(savedQueriesDashboard(goodService)).toHaveLength(1);
  expect(savedQueriesDashboard(silent)).toEqual([]);
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
  expect(page?.variables?.slice(-2)).toEqual([
    { kind: "typed", name: "search", label: "Text" },
    { kind: "typed", name: "trace_id", label: "Trace" },
  ]);
  expect(
    page?.panels
      .slice(-3)
      .map(({ visualisation, unit }) => `${visualisation.kind} ${unit}`),
  ).toEqual(["logs none", "logs none", "timeseries ops"]);
});

/** What a page queries, by the id of the panel. */
const queried = (service: Service): Readonly<Record<string, string>> =>
  Object.fromEntries(
    savedQueriesDashboard(service).flatMap(({ panels }) =>
      panels.map(({ id, queries }) => [id, queries[0]?.expr ?? ""]),
    ),
  );

it("selects the logs and traces of its system, narrowed by what is chosen at the top", () => {
  expect(queried(goodService)).toEqual({
    "all-log-lines":
      '{system="shop", namespace=~"$namespace", pod=~"$pod", level=~"$level"} |~ `(?i)$search`',
    "all-traces": '{ resource.system = "shop" }',
    "failed-traces": '{ resource.system = "shop" && status = error }',
    "log-lines-by-level":
      'sum by (level) (count_over_time({system="shop", namespace=~"$namespace", pod=~"$pod", level=~"$level"} |~ `(?i)$search` [$__interval]))',
    "service-map": "shop(-.+)?",
  });
});

it("selects those of every system on the platform's page", () => {
  const [platform] = services;
  if (platform === undefined) throw new Error("no platform");
  expect(queried(platform)).toMatchObject({
    "all-log-lines":
      '{system=~".+", system=~"$system", namespace=~"$namespace", pod=~"$pod", level=~"$level"} |~ `(?i)$search`',
    "all-traces":
      '{ resource.system =~ "$system" && resource.k8s.namespace.name =~ "$namespace" }',
  });
});
