import { rulesAtWork } from "../../proof/rules-at-work";
import type { RecordingRuleText } from "../../prometheus/rules/rule-group";

const rule = (
  record: string,
  expr: string,
  labels: Readonly<Record<string, string>> = {},
): RecordingRuleText => ({ record, expr, labels });

const WORLD = ['requests_total{system="shop", code="200"}', "up"];

const atWork = (...rules: readonly RecordingRuleText[]): readonly string[] =>
  rulesAtWork(rules, WORLD).map(({ record }) => record);

it.each([
  ["a series of the world", 'rate(requests_total{system="shop"}[5m])'],
  ["a series without a label is one with an empty one", 'up{job=""}'],
  ["one of two", "errors_total or requests_total"],
  ["the left of what is taken away", "requests_total unless errors_total"],
  ["a name that is a label", '{__name__=~"req.*"}'],
  ["what alerts say", 'ALERTS{alertname="Down"}'],
  ["a constant", "sum(errors_total) or vector(0)"],
  ["the time", "time()"],
  ["that there is nothing", "absent(errors_total)"],
  ["that there was nothing", "absent_over_time(errors_total[5m])"],
  ["a number out of nothing", "up * scalar(errors_total)"],
  ["a matcher on an unknown label", 'requests_total{code=~"5.."}'],
  ["a few of many", "topk(3, requests_total)"],
])("keeps rules that may have a sample: %s", (_, expr) => {
  expect(atWork(rule("a:b:c", expr))).toEqual(["a:b:c"]);
});

it.each([
  ["a series that is not there", "rate(errors_total[5m])"],
  ["one of another label", 'requests_total{system="bank"}'],
  ["one with a label that it has not", 'up{job="api"}'],
  ["one of two that both must be", "requests_total and errors_total"],
  ["a share of nothing", "requests_total / errors_total"],
  ["a share of nothing, the other way", "errors_total / requests_total"],
  ["what is taken away from nothing", "errors_total unless requests_total"],
  ["none of two", "errors_total or failures_total"],
  ["a history", "max_over_time(sum(errors_total)[1h:5m] offset 5m)"],
  ["an estimate", "histogram_quantile(0.9, sum by (le) (seconds_bucket))"],
])("omits rules that cannot: %s", (_, expr) => {
  expect(atWork(rule("a:b:c", expr))).toEqual([]);
});

it("follows recorded series in any order", () => {
  expect(
    atWork(
      rule("a:third:c", "a:second:c"),
      rule("a:second:c", "a:first:c"),
      rule("a:first:c", "requests_total"),
      rule("a:none:c", "a:unknown:c"),
    ),
  ).toEqual(["a:third:c", "a:second:c", "a:first:c"]);
});

it("distinguishes recorded series with one name by the labels that their rules set", () => {
  expect(
    atWork(
      rule("slo:bad:rate5m", "requests_total", { system: "shop" }),
      rule("slo:bad:sum1h", 'slo:bad:rate5m{system="shop", tile="1"}'),
      rule("slo:bad:sum3h", 'slo:bad:rate5m{system="bank"}'),
    ),
  ).toEqual(["slo:bad:rate5m", "slo:bad:sum1h"]);
});
