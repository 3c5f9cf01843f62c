import { factsTable } from "../../../cli/runbooks/facts-table";
import { thresholdWords } from "../../../cli/runbooks/threshold-words";
import type { AlertOfPage } from "../../../cli/runbooks/alerts-by-page";
import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { gibibytes, gigabytes } from "../../../model/bytes";
import { minutes, seconds } from "../../../model/duration";
import { percent, ratio } from "../../../model/ratio";
import { count } from "../../../model/threshold";
import { goodAlert, goodService } from "../../support/services";

const dashboards = [
  { uid: "shop", title: "Shop" },
  { uid: "shop-slos", title: "Shop: error budgets" },
];
const sources = { environments: [staging, production], dashboards };
const declared = (alert: Partial<typeof goodAlert> = {}): AlertOfPage => ({
  alert: { ...goodAlert, ...alert },
  service: goodService,
  origin: "declared",
});

/** Cells of a row of the table, without the first. */
const row = (
  title: string,
  alerts: readonly AlertOfPage[],
  from = sources,
): readonly string[] | undefined =>
  factsTable(alerts, from)
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .find(([, first]) => first === title)
    ?.slice(2, -1);

it.each([
  [percent(5), "5 %"],
  [percent(0.07), "0.07 %"],
  [ratio(2 / 3), "66.67 %"],
  [minutes(90), "1h30m"],
  [seconds(0.25), "250ms"],
  [gigabytes(6), "6 GB"],
  [gibibytes(1), "1.07 GB"],
  [count(100, "jobs"), "100 jobs"],
  [count(2, "2 where it is open"), "2 (2 where it is open)"],
])("writes a limit with its unit", (limit, words) => {
  expect(thresholdWords(limit)).toBe(words);
});

it("says limits, waits, priority and page of each alert in a column of its own", () => {
  const both = [
    declared(),
    declared({
      name: "ShopSlow",
      for: minutes(0),
      keepFiringFor: minutes(10),
      thresholds: {},
    }),
  ];
  expect(row("", both)).toEqual(["ShopErrors", "ShopSlow"]);
  expect(row("Priority", both)).toEqual(["P1", "P1"]);
  expect(row("Limits", both)).toEqual(["`errorRatio` 5 %", "–"]);
  expect(row("Condition holds for", both)).toEqual(["5m", "one evaluation"]);
  expect(row("Keeps firing for", both)).toEqual(["–", "10m"]);
  expect(row("Dashboard", both)).toEqual(["_Shop_", "_Shop_"]);
  expect(row("Acknowledge within", both)).toEqual(["30m", "30m"]);
  expect(row("Act within", both)).toEqual(["1h", "1h"]);
});

it("names the environments where they differ", () => {
  const reason = "it is a test";
  const lax = {
    ...staging,
    thresholds: [
      {
        system: "shop",
        alert: "ShopErrors",
        threshold: "errorRatio",
        value: percent(20),
        reason,
      },
    ],
  };
  expect(
    row("Limits", [declared()], {
      ...sources,
      environments: [lax, production],
    }),
  ).toEqual(["staging: `errorRatio` 20 %<br>production: `errorRatio` 5 %"]);
  expect(row("Notified", [declared()])).toEqual([
    "staging: #monitoring-staging<br>production: #shop-alerts, shop@example.com",
  ]);
});

it("says only what holds where the alert is", () => {
  const only = { environments: ["production"], reason: "it is a test" };
  expect(row("Environments", [declared({ only })])).toEqual(["production"]);
  expect(row("Notified", [declared({ only })])).toEqual([
    "#shop-alerts, shop@example.com",
  ]);
  expect(row("Environments", [declared()])).toBeUndefined();
});

it("links to the page of the system where the series name it", () => {
  const alerts = [
    declared({
      system: { kind: "from-series" },
      dashboard: "{{ $labels.system }}-slos",
    }),
  ];
  expect(row("Dashboard", alerts)).toEqual(["_error budgets_ of the system"]);
  expect(row("Notified", alerts)).toEqual([
    "staging: the team of the system concerned: chat<br>production: the team of the system concerned: chat, email",
  ]);
});

it("puts tiers of an SLO that say the same into one column, the most urgent first", () => {
  const tier = (burn_tier: string, priority: "P0" | "P2"): AlertOfPage => ({
    ...declared({ priority, labels: { slo: "a", burn_tier } }),
    origin: "slo",
  });
  expect(
    row("", [tier("3d", "P2"), tier("1h", "P0"), tier("6h", "P0")]),
  ).toEqual(["ShopErrors (1h, 6h)", "ShopErrors (3d)"]);
});

describe("an alert that several systems have for their SLOs", () => {
  const of = (key: string, priority: "P0" | "P1"): AlertOfPage => ({
    alert: { ...goodAlert, priority, labels: { slo: "a", burn_tier: "1h" } },
    service: { ...goodService, key },
    origin: "slo",
  });
  const general = declared({
    name: "ShopSlow",
    system: { kind: "from-series" },
  });

  it("names the systems that each row is for", () => {
    const alerts = [of("shop", "P0"), of("till", "P1"), of("depot", "P0")];
    expect(row("Systems", [...alerts, general])).toEqual([
      "shop, depot",
      "till",
      "every system",
    ]);
  });

  it("is the only kind of alert whose table names systems", () => {
    expect(row("Systems", [declared(), general])).toBeUndefined();
  });
});

it("gives each of many alerts a row, and says once what they share", () => {
  const many = ["A", "B", "C", "D", "E"].map((name, index) =>
    declared({ name, for: minutes(index), thresholds: {} }),
  );
  expect(factsTable(many, sources).split("\n").slice(0, 12)).toEqual([
    "All of them:",
    "",
    "- Priority: P1",
    "- Acknowledge within: 30m",
    "- Act within: 1h",
    expect.stringMatching(/^- Notified: staging: .*<br>production: /),
    "- Dashboard: _Shop_",
    "",
    "| Alert | Condition holds for |",
    "| ----- | ------------------- |",
    "| A     | one evaluation      |",
    "| B     | 1m                  |",
  ]);
});
