import type { ObservedSeries } from "../../../proof/observed-series";
import { rulesConcerned } from "../../../proof/incidents/rules-concerned";
import type { OwnedRule } from "../../../proof/rule-chain";
import { ruleName } from "../../../prometheus/rules/rule-group";
import type { AlertRuleText } from "../../../prometheus/rules/rule-group";

const series = (
  name: string,
  labels: Readonly<Record<string, string>> = {},
): ObservedSeries => ({ name, labels, values: [1, 1] });

const record = (name: string, expr: string): OwnedRule => ({
  system: "shop",
  ofEverySystem: false,
  rule: { record: name, expr, labels: { system: "shop" } },
});

const alert = (name: string, expr: string): AlertRuleText => ({
  alert: name,
  expr,
  for: "0s",
  labels: {},
  annotations: {},
});

const RECORDED = [
  record("shop:errors:rate5m", 'rate(errors_total{system="shop"}[5m])'),
  record("shop:requests:rate5m", "rate(requests_total[5m])"),
  record("shop:errors:ratio", "shop:errors:rate5m / shop:requests:rate5m"),
  record("shop:queue:max", "max(queue_length)"),
];

const ALERTS_OF = [
  alert("Errors", "shop:errors:ratio > 0.1"),
  alert("Queue", "shop:queue:max > 5"),
  alert("OtherErrors", 'rate(errors_total{system="other"}[5m]) > 0'),
  alert("Gone", 'absent(errors_total{system="shop"})'),
  alert("Storm", 'count(ALERTS{alertstate="firing"}) > 5'),
];

const errors = series("errors_total", { system: "shop" });
const HEALTHY = [errors, series("requests_total"), series("queue_length")];

function concerned(world: readonly ObservedSeries[]) {
  const found = rulesConcerned(world, HEALTHY, RECORDED, ALERTS_OF);
  return {
    rules: found.rules.map(ruleName),
    series: found.series.map(({ name }) => name),
  };
}

it("takes what reads a changed series, what reads that, and what both need", () => {
  expect(
    concerned([{ ...errors, values: [1, 9] }, ...HEALTHY.slice(1)]),
  ).toEqual({
    rules: [
      "shop:errors:rate5m",
      // It is not changed, but the ratio needs it.
      "shop:requests:rate5m",
      "shop:errors:ratio",
      "Errors",
      "Gone",
      "Storm",
    ],
    series: ["errors_total", "requests_total"],
  });
});

it("takes a series that is gone, or new, for a changed one", () => {
  expect(concerned(HEALTHY.slice(1)).rules).toContain("Gone");
  expect(
    concerned([...HEALTHY, series("errors_total", { system: "other" })]).rules,
  ).toEqual(["OtherErrors", "Storm"]);
});

it("takes nothing but rules on alerts where nothing is changed", () => {
  expect(concerned(HEALTHY)).toEqual({ rules: ["Storm"], series: [] });
});
