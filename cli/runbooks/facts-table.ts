import type { EnvironmentConfig } from "../../model/environment";
import { isAmong } from "../../model/environment-choice";
import { markdownTable } from "../../model/markdown-table";
import { inCell } from "../service-pages/in-cell";
import type { AlertOfPage } from "./alerts-by-page";
import { FACTS } from "./facts";
import type { FactSources } from "./facts";

/** Shown where an alert lacks a fact that another alert of the page has. */
const NONE = "–";

/**
 * The generated table of a page: a column for each alert, a row for each fact. Tiers of an SLO's
 * alert with equal facts share a column.
 */
export function factsTable(
  alerts: readonly AlertOfPage[],
  sources: FactSources,
): string {
  const columns = merged(
    byPriority(alerts).map((found) => ({
      ...headOf(found),
      cells: FACTS.map(([, fact]) =>
        inCell(perEnvironment(found, sources, fact)),
      ),
    })),
  );
  const rows = FACTS.map(([title], row) => [
    title,
    ...columns.map(({ cells }) => cells[row] ?? ""),
  ]).filter(([, ...cells]) => cells.some((cell) => cell !== ""));
  return markdownTable(
    ["", ...columns.map(({ name, tiers }) => headText(name, tiers))],
    rows.map((row) => row.map((cell) => (cell === "" ? NONE : cell))),
  );
}

/** The most urgent first, each priority in the order of the declarations. */
const byPriority = (alerts: readonly AlertOfPage[]): readonly AlertOfPage[] =>
  alerts.toSorted((a, b) => a.alert.priority.localeCompare(b.alert.priority));

interface Column {
  readonly name: string;
  readonly tiers: readonly string[];
  readonly cells: readonly string[];
}

const headOf = ({
  alert: { name, labels },
}: AlertOfPage): Omit<Column, "cells"> => ({
  name,
  tiers: labels?.["burn_tier"] === undefined ? [] : [labels["burn_tier"]],
});

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
            ? { ...same, tiers: [...new Set([...same.tiers, ...column.tiers])] }
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
