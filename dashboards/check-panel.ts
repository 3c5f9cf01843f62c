import { UNITS, languageOf, metricQueries } from "../model/dashboard";
import type { Dashboard, Panel, Visualisation } from "../model/dashboard";
import { milliseconds } from "../model/duration";
import type { Problem } from "../model/problem";
import { COLUMNS, panelWidth } from "./layout";
import { variablesIn } from "./variables";

/** Problems of a panel that need no knowledge of any alert. */
export const checkPanel = (
  path: string,
  panel: Panel,
  dashboard: Dashboard,
): readonly Problem[] => [
  ...checkTexts(path, panel),
  ...checkUnits(path, panel),
  ...checkQueries(path, panel, dashboard),
  ...checkSizes(path, panel),
];

const checkTexts = (
  path: string,
  { title, description, noValue }: Panel,
): readonly Problem[] =>
  Object.entries({ title, description, noValue })
    .filter(([, text]) => text?.trim() === "")
    .map(([field]) => ({
      path,
      message: `${field} must not be empty`,
      next: "say what the reader sees",
    }));

/** A file that was not type-checked may name any unit; Grafana would show the bare number. */
const checkUnits = (path: string, panel: Panel): readonly Problem[] =>
  [
    panel.unit,
    ...metricQueries(panel.queries).flatMap(
      ({ rightAxis }) => rightAxis?.unit ?? [],
    ),
  ]
    .filter((unit) => !(UNITS as readonly string[]).includes(unit))
    .map((unit) => ({
      path,
      message: "unknown unit",
      got: unit,
      allowed: UNITS.join(", "),
      next: "choose one, or add Grafana's id to UNITS",
    }));

function checkQueries(
  path: string,
  { queries, visualisation }: Panel,
  { variables = [] }: Dashboard,
): readonly Problem[] {
  if (visualisation.kind === "text") {
    return queries.length === 0
      ? []
      : [
          {
            path,
            message: "a text panel has no queries",
            got: `${String(queries.length)} queries`,
            next: "leave them out, or use another kind of panel",
          },
        ];
  }
  if (queries.length === 0) {
    return [
      {
        path,
        message: "the panel has no query",
        next: "add one, or drop the panel",
      },
    ];
  }
  const declared = variables.map(({ name }) => name);
  const languages = checkLanguages(path, visualisation, queries);
  if (languages.length > 0) return languages;
  return queries.flatMap(({ expr }) => {
    if (expr.trim() === "") {
      return [{ path, message: "a query is empty", next: "write it" }];
    }
    return variablesIn(expr)
      .filter((name) => !declared.includes(name))
      .map((name) => ({
        path,
        message: "a query reads a variable that the dashboard does not have",
        got: `$${name}`,
        allowed: declared.map((known) => `$${known}`).join(", ") || "none",
        next: "declare it in variables",
      }));
  });
}

/** Query languages that each kind of panel can show. */
const SHOWN: Readonly<
  Partial<
    Record<Visualisation["kind"], readonly ReturnType<typeof languageOf>[]>
  >
> = {
  timeseries: ["promql", "logql", "traceql"],
  stat: ["promql", "logql", "traceql"],
  logs: ["logql"],
  traces: ["traceql"],
  "node-graph": ["service-map"],
  table: ["promql"],
  barchart: ["promql"],
  bars: ["promql"],
  heatmap: ["promql"],
};

/** A panel queries one data source, and one that it can show. */
function checkLanguages(
  path: string,
  { kind }: Visualisation,
  queries: Panel["queries"],
): readonly Problem[] {
  const allowed = SHOWN[kind] ?? ["promql", "logql"];
  const used = [...new Set(queries.map(languageOf))];
  const foreign = used.filter((language) => !allowed.includes(language));
  if (foreign.length > 0) {
    return [
      {
        path,
        message: `a panel of kind "${kind}" cannot show the answer to a query`,
        got: foreign.join(", "),
        allowed: allowed.join(", "),
        next: "use another kind of panel, or correct the query's kind",
      },
    ];
  }
  return used.length === 1
    ? []
    : [
        {
          path,
          message: "the queries of a panel are of several kinds",
          got: used.join(", "),
          next: "make a panel for each: each kind has a store of its own",
        },
      ];
}

function checkSizes(path: string, panel: Panel): readonly Problem[] {
  const problems: Problem[] = [];
  const width = panelWidth(panel);
  if (!Number.isInteger(width) || width < 1 || width > COLUMNS) {
    problems.push({
      path,
      message: "width out of range",
      got: String(width),
      allowed: `1 to ${String(COLUMNS)} columns`,
      next: "correct it",
    });
  }
  if (panel.visualisation.kind === "bars" && panel.queries.length > 1) {
    problems.push({
      path,
      message: "bars show the answer to one query",
      got: String(panel.queries.length),
      next: "keep a label and stack by it, or make a panel for each",
    });
  }
  problems.push(...checkTime(path, panel));
  return problems;
}

/** The length of time shown; bars need room for more than one. */
function checkTime(
  path: string,
  { over, visualisation }: Panel,
): readonly Problem[] {
  for (const [what, length] of Object.entries({
    over,
    every: visualisation.kind === "barchart" ? visualisation.every : undefined,
  })) {
    if (length === undefined) continue;
    if (length.seconds < 1 || !Number.isInteger(length.seconds)) {
      return [
        {
          path,
          message: `${what} out of range`,
          got: length.toString(),
          allowed: "whole seconds, 1s or more",
          next: "correct it",
        },
      ];
    }
  }
  if (visualisation.kind !== "barchart") return [];
  const { every } = visualisation;
  return over !== undefined && over.seconds >= 2 * every.seconds
    ? []
    : [
        {
          path,
          message: `bars of ${every.toString()} need room for several`,
          got: over?.toString() ?? "the hours that the page shows",
          allowed: `over: ${milliseconds(2 * every.milliseconds).toString()} or more`,
          next: "say in over how much the panel shows",
        },
      ];
}
