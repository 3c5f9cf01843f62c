import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { listRunbooks } from "../checks/list-runbooks";
import { allChartMetrics } from "../helm/chart-metrics/all-chart-metrics";
import { buildCatalogue } from "../promql/catalogue";
import { syntaxFindings } from "../promql/syntax";
import { services } from "../services";

const FOLDER = join(__dirname, "../docs/runbooks");
const HEADINGS = [
  "Meaning",
  "Impact",
  "Diagnosis",
  "Mitigation",
  "Escalation",
  "Rollback",
];

/** Pages of alerts that the charts bring. */
const OF_THE_CHARTS = ["platform/watchdog"];

const pages = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((path) => path.includes("/") && path.endsWith(".md"))
  .map((path) => path.replace(/\.md$/, ""));

const textOf = (page: string): string =>
  readFileSync(join(FOLDER, `${page}.md`), "utf8");

it("there is a page for every alert and an alert for every page", () => {
  const named = new Set(
    services.flatMap(({ alerts }) =>
      alerts.map(({ runbook }) => runbook.replace(/#.*/, "")),
    ),
  );
  expect([...named, ...OF_THE_CHARTS].sort()).toEqual([...pages].sort());
});

describe.each(pages.map((page) => [page]))("%s", (page) => {
  const text = textOf(page);

  it("has the headings that people look for, in order", () => {
    expect(
      [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
    ).toEqual(HEADINGS);
  });

  it("has queries that can be pasted", () => {
    const queries = [...text.matchAll(/^```promql\n(.+?)\n```$/gms)].map(
      ([, query = ""]) => query,
    );
    expect(queries.length).toBeGreaterThan(0);
    expect(
      queries.flatMap((query) =>
        syntaxFindings(query).map(({ message }) => `${query}: ${message}`),
      ),
    ).toEqual([]);
  });
});

it("finds an anchor for each heading, as GitHub makes it", () => {
  const runbooks = listRunbooks(FOLDER);
  expect(runbooks.has("codeverify/queue-backup")).toBe(true);
  expect(runbooks.has("codeverify/queue-backup#queuewaithigh")).toBe(true);
  expect(runbooks.has("codeverify/queue-backup#nowhere")).toBe(false);
});

it("knows the metrics of the pages about CodeVerify", () => {
  const catalogue = buildCatalogue(services, allChartMetrics);
  const unknown = pages
    .filter((page) => page.startsWith("codeverify/"))
    .flatMap((page) =>
      [...textOf(page).matchAll(/\bcodeverify[_:][a-z0-9_:]+/g)]
        .map(([name]) => name)
        .filter(
          (name) => !catalogue.has(name) && !catalogue.has(`${name}_bucket`),
        )
        .map((name) => `${page} ${name}`),
    );
  expect(unknown).toEqual([]);
});
