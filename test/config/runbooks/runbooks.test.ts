import { parser } from "@prometheus-io/lezer-promql";
import { environments } from "../../../config/environments";
import { listRunbooks } from "../../../checks/list-runbooks";
import { alertsByPage } from "../../../cli/runbooks/alerts-by-page";
import { withRunbookIndex } from "../../../cli/runbooks/runbook-index";
import { allChartMetrics } from "../../../helm/all-chart-metrics";
import { everyAlert } from "../../../model/every-alert";
import { readsEverySystem } from "../../../model/service";
import type { Service } from "../../../model/service";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { checkLogQuery } from "../../../query/logql/check-log-query";
import { answerOf, readLogQuery } from "../../../query/logql/read-log-query";
import { checkExpression } from "../../../query/promql/check-expression";
import { contextOf } from "../../../query/promql/expression-context";
import { syntaxFindings } from "../../../query/promql/syntax";
import { checkTraceQuery } from "../../../query/traceql/check-trace-query";
import { services } from "../support/declared";
import {
  blocksOf,
  runbookPages as pages,
  RUNBOOKS,
  textOf,
} from "../support/runbook-pages";

const HEADINGS = [
  "Meaning",
  "Impact",
  "Diagnosis",
  "Mitigation",
  "Escalation",
  "Rollback",
];

/** Pages that no declared alert names, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "platform/second-path":
    "its alerts are Grafana's own, since they fire when Prometheus cannot",
  "platform/watchdog":
    "the chart brings the alert Watchdog, which always fires; the heartbeat service misses it",
};

const catalogue = buildCatalogue(services, allChartMetrics);

const alerts = services.flatMap((service) =>
  everyAlert(service).map((alert) => ({ ...alert, service })),
);

/** Nodes that Prometheus's grammar for editors could not place. */
function errorsIn(query: string): readonly string[] {
  const errors: string[] = [];
  parser.parse(query).iterate({
    enter: ({ type, from }) => {
      if (type.isError) errors.push(`${query}: error at ${String(from)}`);
    },
  });
  return errors;
}

/** Mistakes of a query of logs in a page about a system. */
const logMistakes = (written: string, system: string): readonly string[] => {
  const service = services.find(({ key }) => key === system);
  const query = readLogQuery(written);
  return checkLogQuery(query, {
    system,
    readsAllSystems: service === undefined || readsEverySystem(service),
    systems: services,
    environments,
    answer: answerOf(query) ?? "lines",
  }).map(({ message }) => `${written}: ${message}`);
};

it("has an alert for every page", () => {
  const named = alertsByPage(services);
  expect(
    pages.filter((page) => !named.has(page) && !(page in EXCEPTIONS)),
  ).toEqual([]);
});

it("asks for the place of the index where a page has none", () => {
  expect(() => withRunbookIndex("# Runbooks", services)).toThrow(
    "no lines <!-- Written by `npm run generate`. -->",
  );
});

it("lists every alert with its page and its priority in the index", () => {
  const rows = [
    ...textOf("README").matchAll(
      /^\| .+? +\| (\S+) +\| \[\S+\]\((\S+)\) +\| (P\d) +\|$/gm,
    ),
  ].map(([, name = "", page = "", priority = ""]) => [
    name,
    page.replace(".md", ""),
    priority,
  ]);
  expect(rows.sort()).toEqual(
    alerts
      .map(({ name, runbook, priority }) => [name, runbook, priority])
      .sort(),
  );
});

it("is titled with the alerts that it serves", () => {
  const untitled = pages.flatMap((page) => {
    const [title = ""] = textOf(page).split("\n");
    return (alertsByPage(services).get(page) ?? [])
      .map(({ alert: { name } }) => name)
      .filter((name) => !title.startsWith("# ") || !title.includes(name))
      .map((name) => `${page}: add ${name} to the title in the first line`);
  });
  expect(untitled).toEqual([]);
});

it("would see a query that does not parse", () => {
  const text = "- so:\n\n  ```promql\n  sum(rate(up[5m])\n  ```\n";
  expect(blocksOf(text, "promql")).toEqual(["sum(rate(up[5m])"]);
  expect(
    blocksOf(text, "promql").flatMap((query) => errorsIn(query)),
  ).toHaveLength(1);
});

describe.each(pages.map((page) => [page]))("%s", (page) => {
  const text = textOf(page);

  it("has the headings that people look for, in order", () => {
    expect(
      [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
    ).toEqual(HEADINGS);
  });

  it("says something under each", () => {
    const [, ...parts] = text.split(/^## .+$/m);
    expect(parts.filter((part) => part.trim() === "")).toEqual([]);
  });

  it("has queries that can be pasted", () => {
    const queries = blocksOf(text, "promql");
    expect(
      queries.length > 0 ? [] : ["write a query in a block of ```promql"],
    ).toEqual([]);
    expect(queries).toHaveLength(text.match(/```promql/g)?.length ?? 0);
    expect(queries.flatMap(errorsIn)).toEqual([]);
    expect(
      queries.flatMap((query) =>
        syntaxFindings(query).map(({ message }) => `${query}: ${message}`),
      ),
    ).toEqual([]);
  });
});

it("has queries of logs that can be pasted", () => {
  const queries = pages.flatMap((page) =>
    blocksOf(textOf(page), "logql").map(
      (query) => [query, page.replace(/\/.*/, "")] as const,
    ),
  );
  expect(queries).toHaveLength(
    pages.flatMap((page) => textOf(page).match(/```logql/g) ?? []).length,
  );
  expect(queries.length).toBeGreaterThan(0);
  expect(queries.flatMap((query) => logMistakes(...query))).toEqual([]);
  expect(logMistakes('{app="codeverify-api"}', "codeverify")).toHaveLength(1);
});

/** What a page writes for a service that its reader puts in. */
const PUT_IN = /"<[a-z ]+>"/g;

/**
 * Mistakes of a query of traces in a page about a system: spans that nobody makes, or of everybody.
 */
const traceMistakes = (
  query: string,
  system: string,
): readonly (string | undefined)[] =>
  services
    .filter(({ key }) => key === system)
    .flatMap((service) =>
      checkTraceQuery(
        system,
        query.replace(PUT_IN, `"${service.targets[0]?.app ?? system}"`),
        {
          service,
          systems: services,
          environments,
          answer: /\| *(?:rate|\w+_over_time)\(/.test(query)
            ? "numbers"
            : "traces",
        },
      ),
    )
    .map(({ message }) => `${query}: ${message}`);

it("has queries of traces that can be pasted", () => {
  const queries = pages.flatMap((page) =>
    blocksOf(textOf(page), "traceql").map(
      (query) => [query, page.replace(/\/.*/, "")] as const,
    ),
  );
  expect(queries).toHaveLength(
    pages.flatMap((page) => textOf(page).match(/```traceql/g) ?? []).length,
  );
  expect(queries.length).toBeGreaterThan(0);
  expect(queries.flatMap((query) => traceMistakes(...query))).toEqual([]);
  expect(
    traceMistakes('{ resource.system = "titan" && status = error }', "aurora"),
  ).toHaveLength(1);
  expect(
    traceMistakes(
      '{ resource.system = "sentinel" && name = "guess" }',
      "sentinel",
    ),
  ).toHaveLength(1);
});

it("finds an anchor for each heading, as GitHub makes it", () => {
  const runbooks = listRunbooks(RUNBOOKS);
  expect(runbooks.has("codeverify/queue-backup")).toBe(true);
  expect(runbooks.has("codeverify/queue-backup#queuewaithigh")).toBe(true);
  expect(runbooks.has("codeverify/queue-backup#nowhere")).toBe(false);
});

/**
 * Mistakes of a query of metrics in a page about a system: what it reads must be exposed by
 * someone, as it reads it.
 */
const metricMistakes = (expr: string, service: Service): readonly string[] =>
  checkExpression(expr, contextOf(service, catalogue))
    // People may ask which metrics there are.
    .filter(({ message }) => !message.includes("the selector names no metric"))
    .map(({ message }) => `${expr}: ${message}`);

/** What Prometheus exposes of itself, and only a person reads. */
const READ_BY_PEOPLE = ["prometheus_sd_discovered_targets"];

/**
 * Folders of the pages that a declaration answers for: the platform evaluates the SLOs of all
 * systems.
 */
const foldersOf = (key: string): readonly string[] =>
  key === "platform" ? [key, "slo"] : [key];

describe.each(services)("the pages about $displayName", (service) => {
  it("ask for metrics that somebody exposes, each of its own system", () => {
    expect(
      pages
        .filter((page) =>
          foldersOf(service.key).includes(page.replace(/\/.*/, "")),
        )
        .flatMap((page) => blocksOf(textOf(page), "promql"))
        .flatMap((query) => metricMistakes(query, service))
        .filter(
          (mistake) => !READ_BY_PEOPLE.some((name) => mistake.includes(name)),
        ),
    ).toEqual([]);
    expect(metricMistakes("sum(nobody_counts_total)", service)).toHaveLength(1);
  });

  it("name no metric in their text that does not exist", () => {
    const names = new RegExp(`\\b${service.key}[_:][a-z0-9_:]+`, "g");
    expect(
      pages
        .filter((page) => page.startsWith(`${service.key}/`))
        .flatMap((page) =>
          [...textOf(page).matchAll(names)]
            .map(([name]) => name)
            .filter(
              (name) =>
                !catalogue.has(name) && !catalogue.has(`${name}_bucket`),
            )
            .map((name) => `${page} ${name}`),
        ),
    ).toEqual([]);
  });
});
