import type { Inventory } from "../../inventory/inventory";
import { costLines } from "../cost/cost-lines";

/** What an environment runs, in lines that fit a terminal. */
export function summaryText(inventory: Inventory): string {
  return [
    inventory.environment,
    ...rows(inventory).map(
      ([what, value]) =>
        `  ${what.padEnd(16)}${value.join(`\n${" ".repeat(18)}`)}`,
    ),
    ...inventory.warnings.map((warning) => `  warning         ${warning}`),
  ].join("\n");
}

/** The same as a Markdown section, for pull requests. */
export function summaryMarkdown(inventory: Inventory): string {
  return [
    `### ${inventory.environment}`,
    "",
    "| what | value |",
    "| --- | --- |",
    ...rows(inventory).map(
      ([what, value]) => `| ${what} | ${value.join("<br>")} |`,
    ),
    "",
    ...inventory.warnings.map((warning) => `> **Warning:** ${warning}\n`),
  ].join("\n");
}

function rows(
  inventory: Inventory,
): readonly (readonly [string, readonly string[]])[] {
  const charts = inventory.releases.filter(
    ({ chart }) => chart !== "raw-objects",
  );
  const panels = inventory.dashboards.reduce(
    (sum, dashboard) => sum + dashboard.panels,
    0,
  );
  return [
    ["releases", charts.map(({ name, version }) => `${name} ${version}`)],
    ["monitors", [bySystem(inventory.monitors.map(({ system }) => system))]],
    ["recording rules", [String(inventory.recordingRules.length)]],
    [
      "alerts",
      [
        `${String(inventory.alerts.length)} (${tally(inventory.alerts.map(({ priority }) => priority))})`,
      ],
    ],
    [
      "dashboards",
      [`${String(inventory.dashboards.length)} with ${String(panels)} panels`],
    ],
    ["cost", costLines(inventory)],
    [
      "secrets",
      [
        `${String(inventory.secrets.length)} must exist: npm run preflight -- ${inventory.environment}`,
      ],
    ],
    ["state", [inventory.backend]],
    ["terraform", [inventory.folder]],
  ];
}

const bySystem = (systems: readonly string[]): string =>
  `${String(systems.length)} (${tally(systems)})`;

function tally(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([value, count]) => `${value} ${String(count)}`)
    .join(", ");
}
