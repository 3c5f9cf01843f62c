import type {
  CostEntry,
  CostLineEntry,
  Inventory,
} from "../../inventory/inventory";
import { markdownTable } from "../../model/markdown-table";
import { aligned } from "../aligned";
import { count, percentOf } from "./amounts";
import { costLines } from "./cost-lines";

/** What of an inventory the tables show. */
type Priced = Pick<Inventory, "environment" | "cost">;

/** How many of the dearest metrics are listed. */
const LISTED = 25;

type Row = readonly string[];

interface Table {
  readonly title: string;
  readonly rows: readonly [head: Row, ...body: Row[]];
}

/** What environments cost, for a terminal. */
export const costText = (
  inventories: readonly Priced[],
  listed = LISTED,
): string =>
  inventories
    .map((inventory) =>
      [
        inventory.environment,
        ...summed(inventory).map((line) => `  ${line}`),
        ...tables(inventory.cost, listed).flatMap(({ title, rows }) => [
          "",
          title,
          "",
          ...aligned(rows),
        ]),
      ].join("\n"),
    )
    .join("\n\n");

/** The same as Markdown, for a pull request. */
export const costMarkdown = (
  inventories: readonly Priced[],
  listed = LISTED,
): string =>
  inventories
    .map((inventory) =>
      [
        `### ${inventory.environment}`,
        "",
        ...summed(inventory).map((line) => `- ${line}`),
        ...tables(inventory.cost, listed).flatMap(
          ({ title, rows: [head, ...body] }) => [
            "",
            `#### ${title}`,
            "",
            markdownTable(head, body),
          ],
        ),
      ].join("\n"),
    )
    .join("\n\n");

/** Without the line that says how to come here. */
const summed = (inventory: Priced): readonly string[] =>
  costLines(inventory).slice(0, -1);

const tables = (cost: CostEntry, listed: number): readonly Table[] => [
  systemTable(cost),
  lineTable(cost, listed),
  ruleTable(cost, listed),
];

function systemTable(cost: CostEntry): Table {
  const systems = [...cost.systems].sort((a, b) => b.typical - a.typical);
  return {
    title: "Systems, the dearest first",
    rows: [
      [
        "system",
        "series",
        "of its budget",
        "at most",
        "samples/s",
        "read by rules/s",
      ],
      ...systems.map((system) => [
        system.system,
        count(system.typical),
        percentOf(system.typical, system.budget),
        count(system.atMost),
        count(system.samplesPerSecond),
        count(system.samplesReadPerSecond),
      ]),
      ...cost.cluster.map(({ name, series, samplesPerSecond }) => [
        `(${name})`,
        `about ${count(series)}`,
        "",
        "",
        count(samplesPerSecond),
        "",
      ]),
    ],
  };
}

function lineTable({ systems }: CostEntry, listed: number): Table {
  const lines = systems
    .flatMap(({ system, lines: own }) =>
      own.map((line) => ({ system, ...line })),
    )
    .sort((a, b) => known(b) - known(a) || b.atMost - a.atMost);
  return {
    title: `The dearest ${count(Math.min(listed, lines.length))} of ${count(lines.length)} metrics and recorded series`,
    rows: [
      ["system", "metric", "series", "at most", "samples/s"],
      ...lines
        .slice(0, listed)
        .map((line) => [
          line.system,
          line.kind === "recorded" ? `${line.name} (recorded)` : line.name,
          line.typical === undefined ? "unknown" : count(line.typical),
          count(line.atMost),
          count(line.samplesPerSecond),
        ]),
    ],
  };
}

function ruleTable({ systems }: CostEntry, listed: number): Table {
  const rules = systems
    .flatMap(({ system, dearestRules }) =>
      dearestRules.map((rule) => ({ system, ...rule })),
    )
    .sort((a, b) => b.samplesReadPerSecond - a.samplesReadPerSecond)
    .slice(0, Math.ceil(listed / 2));
  return {
    title: "The rules that read most",
    rows: [
      ["system", "rule", "samples/s"],
      ...rules.map(({ system, name, samplesReadPerSecond }) => [
        system,
        name,
        count(samplesReadPerSecond),
      ]),
    ],
  };
}

const known = ({ typical, atMost }: CostLineEntry): number => typical ?? atMost;
