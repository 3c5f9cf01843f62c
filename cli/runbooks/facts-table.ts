import type { EnvironmentConfig } from "../../model/environment";
import { isAmong } from "../../model/environment-choice";
import { markdownTable } from "../../model/markdown-table";
import { inCell } from "../service-pages/in-cell";
import type { AlertOfPage } from "./alerts-by-page";
import { FACTS } from "./facts";
import type { FactSources } from "./facts";

/** Shown where an alert lacks a fact that another alert of the page has. */
const NONE = "–";

/** More alerts than this side by side are wider than a page. */
const MOST_COLUMNS = 4;

/**
 * What a page says of its alerts and no person writes: a column for each alert, a row for each
 * fact. Tiers of an SLO's alert that say the same share a column, those of several systems too, and
 * it names the systems. Where there are many alerts, each
 * has a row instead, and what is the same for all of them stands above.
 */
export function factsTable(
  alerts: readonly AlertOfPage[],
  sources: FactSources,
): string {
  const columns = merged(
    byPriority(alerts).map((found) => ({
      ...headOf(found),
      systems: [systemOf(found)],
      cells: FACTS.map(([, fact]) =>
        inCell(perEnvironment(found, sources, fact)),
      ),
    })),
  );
  const rows = [
    // The alerts of one page bear one name for every system with such an SLO.
    ...(alerts.some(({ origin }) => origin === "slo")
      ? [["Systems", ...columns.map(({ systems }) => systems.join(", "))]]
      : []),
    ...FACTS.map(([title], row) => [
      title,
      ...columns.map(({ cells }) => cells[row] ?? ""),
    ]),
  ].filter(([, ...cells]) => cells.some((cell) => cell !== ""));
  const heads = columns.map(({ name, tiers }) => headText(name, tiers));
  return columns.length > MOST_COLUMNS
    ? rowPerAlert(heads, rows)
    : markdownTable(
        ["", ...heads],
        rows.map((row) => row.map((cell) => (cell === "" ? NONE : cell))),
      );
}

/** The same facts with an alert in each row. */
function rowPerAlert(
  alerts: readonly string[],
  facts: readonly (readonly string[])[],
): string {
  const isShared = ([, first, ...cells]: readonly string[]): boolean =>
    cells.every((cell) => cell === first);
  const own = facts.filter((fact) => !isShared(fact));
  const table = markdownTable(
    ["Alert", ...own.map(([title = ""]) => title)],
    alerts.map((alert, index) => [
      alert,
      ...own.map(([, ...cells]) => {
        const cell = cells[index] ?? "";
        return cell === "" ? NONE : cell;
      }),
    ]),
  );
  const shared = facts
    .filter(isShared)
    .map(([title = "", cell = ""]) => `- ${title}: ${cell}`);
  return shared.length === 0
    ? table
    : `All of them:\n\n${shared.join("\n")}\n\n${table}`;
}

/** The most urgent first, each priority in the order of the declarations. */
const byPriority = (alerts: readonly AlertOfPage[]): readonly AlertOfPage[] =>
  alerts.toSorted((a, b) => a.alert.priority.localeCompare(b.alert.priority));

interface Column {
  readonly name: string;
  readonly tiers: readonly string[];
  readonly systems: readonly string[];
  readonly cells: readonly string[];
}

const headOf = ({
  alert: { name, labels },
}: AlertOfPage): Pick<Column, "name" | "tiers"> => ({
  name,
  tiers: labels?.["burn_tier"] === undefined ? [] : [labels["burn_tier"]],
});

/** The system that an alert is about, as the label `system` names it. */
const systemOf = ({ alert, service }: AlertOfPage): string =>
  alert.system?.kind === "from-series" ? "every system" : service.key;

const headText = (name: string, tiers: readonly string[]): string =>
  tiers.length === 0 ? name : `${name} (${tiers.join(", ")})`;

/** Equal columns of one name are merged. */
const merged = (columns: readonly Column[]): readonly Column[] =>
  columns.reduce<readonly Column[]>((kept, column) => {
    const same = kept.find(
      ({ name, cells }) =>
        name === column.name && cells.join("\n") === column.cells.join("\n"),
    );
    return same === undefined
      ? [...kept, column]
      : kept.map((other) =>
          other === same
            ? {
                ...same,
                tiers: [...new Set([...same.tiers, ...column.tiers])],
                systems: [...new Set([...same.systems, ...column.systems])],
              }
            : other,
        );
  }, []);

/** A fact as it is in every environment that has the alert, each named where they differ. */
function perEnvironment(
  found: AlertOfPage,
  { environments, ...sources }: FactSources,
  fact: (typeof FACTS)[number][1],
): string {
  const texts = environments
    .filter((environment) => isIn(found, environment))
    .map((environment) => ({
      name: environment.name,
      text: fact(found, environment, { ...sources, environments }),
    }));
  const [first] = texts;
  return texts.every(({ text }) => text === first?.text)
    ? (first?.text ?? "")
    : texts
        .map(({ name, text }) => `${name}: ${text === "" ? NONE : text}`)
        .join("<br>");
}

const isIn = (
  { alert: { only } }: AlertOfPage,
  environment: EnvironmentConfig,
): boolean => only === undefined || isAmong(only.environments, environment);
