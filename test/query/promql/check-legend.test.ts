import { buildCatalogue } from "../../../prometheus/catalogue";
import { formatProblem } from "../../../model/problem";
import { checkLegend } from "../../../query/promql/check-legend";
import { goodService } from "../../support/services";

const catalogue = buildCatalogue([goodService], []);
const problems = (expr: string, legend?: string): readonly string[] =>
  checkLegend(
    "panel",
    legend === undefined ? { expr } : { expr, legend },
    catalogue,
  ).map(formatProblem);
const BY_STATUS = "sum by (status) (rate(shop_requests_total[5m]))";

it("names a label that the result does not have", () => {
  expect(problems(BY_STATUS, "{{status}} on {{ pod }}")).toEqual([
    'panel legend: the result has no label "pod"; allowed: status; keep the label in the query, or take it out of the legend',
  ]);
  expect(problems("vector(1)", "{{status}}")).toEqual([
    'panel legend: the result has no label "status"; allowed: none; keep the label in the query, or take it out of the legend',
  ]);
});

it.each([
  [BY_STATUS, "{{status}}"],
  [BY_STATUS, "requests"],
  [BY_STATUS, undefined],
  // Nobody knows what a variable stands for.
  ["sum by ($label) (rate(shop_requests_total[5m]))", "{{route}}"],
  ["shop_requests_total * on ($label) shop_requests_total", "{{route}}"],
  ["nobody_knows", "{{route}}"],
])("takes of %s the legend %s", (expr, legend) => {
  expect(problems(expr, legend)).toEqual([]);
});
