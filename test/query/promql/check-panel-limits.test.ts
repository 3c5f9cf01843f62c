import type { Panel } from "../../../model/dashboard";
import { formatProblem } from "../../../model/problem";
import { percent } from "../../../model/ratio";
import {
  checkPanelLimits,
  limitsOf,
} from "../../../query/promql/check-panel-limits";
import { goodAlert, goodService } from "../../support/services";

const [panel] = goodService.dashboards[0]?.panels ?? [];
if (panel === undefined) throw new Error("no panel");

const check = (
  alert: string,
  query: string,
  thresholds: Panel["thresholds"] = { kind: "none" },
): readonly string[] =>
  checkPanelLimits(
    "a panel",
    { ...panel, thresholds, queries: [{ expr: query }] },
    limitsOf([
      {
        ...goodAlert,
        expr: alert,
        thresholds: { errorRatio: percent(5), minimum: percent(1) },
      },
    ]),
  ).map(formatProblem);

const problem =
  'a panel: shows what alert "ShopErrors" compares with {errorRatio}, but not that limit: thresholds of panel and alert can differ; take the step from the alert: { colour: …, alert: "ShopErrors", threshold: "errorRatio" }';

it.each([
  ["the same text", "a:b:c > {errorRatio}", "a:b:c"],
  ["other blanks", "sum( a )  > {errorRatio}", "sum(a) # drawn"],
  ["parentheses around it", "(a:b:c) < {errorRatio}", "a:b:c"],
  ["one side of or", "absent(a) or a:b:c >= {errorRatio}", "a:b:c"],
  ["an offset at the end", "a:b:c < {errorRatio} unless d offset 5m", "a:b:c"],
  ["what and guards", "a:b:c <= {errorRatio} and d > {minimum}", "(a:b:c)"],
])("detects that a panel shows it: %s", (_, alert, query) => {
  expect(check(alert, query)).toEqual([problem]);
});

it.each([
  ["another expression", "a:b:c > {errorRatio}", "a:b:d"],
  ["another text in quotes", 'a{b="c d"} > {errorRatio}', 'a{b="cd"}'],
  ["only the guard of the alert", "a > {errorRatio} and d > {minimum}", "d"],
  ["a number instead of a name", "a > 5", "a"],
  ["something computed of the limit", "a > {errorRatio} * 2", "a"],
])("accepts a panel that shows %s", (_, alert, query) => {
  expect(check(alert, query)).toEqual([]);
});

it("accepts a pie chart, which cannot show a threshold", () => {
  expect(
    checkPanelLimits(
      "a panel",
      {
        ...panel,
        visualisation: { kind: "piechart" },
        queries: [{ expr: "a:b:c" }],
      },
      limitsOf([
        {
          ...goodAlert,
          expr: "a:b:c > {errorRatio}",
          thresholds: { errorRatio: percent(5) },
        },
      ]),
    ),
  ).toEqual([]);
});

it("accepts the step of the alert", () => {
  expect(
    check("a:b:c > {errorRatio}", "a:b:c", {
      kind: "steps",
      base: "green",
      steps: [{ colour: "red", alert: "ShopErrors", threshold: "errorRatio" }],
    }),
  ).toEqual([]);
});

it("refuses a literal copy of the value", () => {
  expect(
    check("a:b:c > {errorRatio}", "a:b:c", {
      kind: "steps",
      base: "green",
      steps: [{ colour: "red", from: percent(5) }],
    }),
  ).toEqual([problem]);
});

it.each<[string, Panel["thresholds"], readonly string[]]>([
  [
    "satisfied by a step of the query itself",
    {
      kind: "steps",
      base: "green",
      steps: [{ colour: "red", alert: "ShopErrors", threshold: "errorRatio" }],
    },
    [],
  ],
  ["not content with a query that has none", { kind: "none" }, [problem]],
])("is %s, whatever the panel has", (_, thresholds, problems) => {
  const others: Panel["thresholds"] =
    problems.length === 0
      ? { kind: "none" }
      : {
          kind: "steps",
          base: "green",
          steps: [
            { colour: "red", alert: "ShopErrors", threshold: "errorRatio" },
          ],
        };
  expect(
    checkPanelLimits(
      "a panel",
      {
        ...panel,
        thresholds: others,
        queries: [{ expr: "a:b:c", thresholds }],
      },
      limitsOf([
        {
          ...goodAlert,
          expr: "a:b:c > {errorRatio}",
          thresholds: { errorRatio: percent(5) },
        },
      ]),
    ).map(formatProblem),
  ).toEqual(problems);
});
