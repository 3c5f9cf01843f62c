import { checkRules } from "../../../proof/run-promtool";
import { findEngine } from "../../../engines/find-engine";
import { checkRefused } from "../../../query/promql/check-refused";
import { readQuery } from "../../../query/promql/read-query";
import { syntaxFindings } from "../../../query/promql/syntax";

let promtool = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
  },
  20 * 60 * 1000,
);

function findings(expr: string): readonly string[] {
  const query = readQuery(expr);
  const found = [...syntaxFindings(query.text, query.top)];
  query.top.cursor().iterate(({ node }) => {
    found.push(...checkRefused(query, node));
  });
  return found.map(
    ({ from, to, message, next }) =>
      `${String(from)}-${String(to)} ${message}; ${next}`,
  );
}

const refused = [
  [
    "a range of a sum",
    "increase(sum(up)[5m])",
    "9-16 a range follows a selector, not sum(up); put the function that reads the range around the selector, or make it a subquery: [5m:]",
  ],
  [
    "a range of a rate",
    "avg_over_time(rate(up[5m])[1h])",
    "14-26 a range follows a selector, not rate(up[5m]); put the function that reads the range around the selector, or make it a subquery: [5m:]",
  ],
  [
    "a range of a selector in parentheses",
    "rate((up)[5m])",
    "5-9 a range follows a selector, not (up); put the function that reads the range around the selector, or make it a subquery: [5m:]",
  ],
  [
    "a sign in front of a range",
    "-up[5m]",
    "0-7 unary expression only allowed on expressions of type scalar or instant vector, got matrix; correct the expression",
  ],
  [
    "a range of zero",
    "rate(up[0s])",
    "8-10 a range must be longer than 0, got 0s; correct it; use offset to query another time",
  ],
  [
    "a subquery with a step of zero",
    "rate(up[5m:0s])",
    "11-13 a range must be longer than 0, got 0s; correct it; use offset to query another time",
  ],
  [
    "an offset of a sum",
    "sum(up) offset 5m",
    "0-7 offset follows a selector, not sum(up); put it after each selector, or after a subquery",
  ],
  [
    "@ on a sum",
    "sum(up) @ 0",
    "0-7 @ follows a selector, not sum(up); put it after each selector, or after a subquery",
  ],
  [
    "an offset of a number",
    "up - 1 offset 5m",
    "5-6 offset follows a selector, not 1; put it after each selector, or after a subquery",
  ],
  [
    "an offset of parentheses",
    "(up - up) offset 5m",
    "0-9 offset follows a selector, not (up - up); put it after each selector, or after a subquery",
  ],
  [
    "a second offset",
    "up offset 5m @ 0 offset 1h",
    "0-26 offset is set twice in up offset 5m @ 0 offset 1h; leave one of them out",
  ],
  [
    "a second @",
    "-up - up @ 0 offset 5m @ end()",
    "6-30 @ is set twice in up @ 0 offset 5m @ end(); leave one of them out",
  ],
  [
    "@ Inf",
    "up @ Inf",
    "5-8 @ names a time in Unix seconds, got Inf; correct it",
  ],
  [
    "@ out of range",
    "up @ 9223372036854775808",
    "5-24 @ names a time in Unix seconds, got 9223372036854775808; correct it",
  ],
  [
    "an infinite offset",
    "up offset Inf",
    "10-13 Inf is not a duration; write a number with a unit: 5m",
  ],
  [
    "a range behind an offset",
    "rate(up offset 5m [5m])",
    "5-17 a range follows a selector, not up offset 5m; put the function that reads the range around the selector, or make it a subquery: [5m:]",
  ],
  [
    "a subquery of the last operand only",
    "max_over_time(up - up[1h:5m])",
    "19-28 binary expression must contain only scalar and instant vector types; correct the expression",
  ],
  [
    "a subquery behind a sign",
    "max_over_time(-up[1h:5m])",
    "14-24 unary expression only allowed on expressions of type scalar or instant vector, got matrix; correct the expression",
  ],
  [
    "a second metric name",
    'up{__name__!="down"}',
    "0-20 metric name must not be set twice: up or down; correct the expression",
  ],
  [
    "an experimental function",
    "mad_over_time(up[5m])",
    "0-13 mad_over_time is experimental, Prometheus refuses it without a feature flag; write it with stable functions",
  ],
  [
    "an experimental aggregation",
    "limitk(2, up)",
    "0-6 limitk is experimental, Prometheus refuses it without a feature flag; write it with stable functions",
  ],
  [
    "an experimental modifier",
    "rate(up[5m] smoothed)",
    "5-20 smoothed is experimental, Prometheus refuses it without a feature flag; write it with stable functions",
  ],
  [
    "an unknown escape",
    'up{a=~"\\d+"}',
    '6-11 "\\d" is not an escape in a string; write \\\\d, or quote the text with ` instead',
  ],
  ["a text without end", '"abc', '0-4 the string is not closed; end it with "'],
  [
    "a selector that matches everything",
    '{a=~".*"}',
    "0-9 the selector matches every series; name the metric",
  ],
  [
    "a negative selector that matches everything",
    '{a!~".+"}',
    "0-9 the selector matches every series; name the metric",
  ],
  [
    "a broken pattern",
    'up{a=~"("}',
    '3-9 "(" is not a regular expression: missing closing ): `(`; correct it; Prometheus reads RE2',
  ],
  [
    "a pattern that looks ahead",
    'up{a!~"(?!b)c"}',
    '3-14 "(?!b)c" is not a regular expression: invalid or unsupported Perl syntax: `(?!`; correct it; Prometheus reads RE2',
  ],
  [
    "a mistake behind a comment",
    "# the rate\nrate(up)",
    '16-18 expected type matrix in call to function "rate", got vector; give it a window, such as [5m]',
  ],
  [
    "an unknown function",
    "sum(foo(up))",
    '4-7 unknown function "foo"; correct its name; functions are written in lower case',
  ],
  [
    "numbers compared",
    "1 > 2",
    "0-5 comparisons between scalars must use BOOL modifier; write bool after the operator, or compare a series",
  ],
] as const;

it.each(refused)("finds %s", (_, expr, finding) => {
  expect(findings(expr)).toContain(finding);
});

const accepted = [
  "up - up offset 1h > 100",
  "up and up offset 5m",
  "up unless up offset 1h",
  "up / up offset 1w",
  "-up offset 5m",
  "up * up @ end()",
  "up ^ up offset 5m",
  "up > bool up offset 5m",
  "up / on (job) group_left (a) up offset 5m * up",
  "(up - up)[1h:5m]",
  "max_over_time((up - up)[1h:5m] offset 1d @ start())",
  "max_over_time((-(up - up offset 5m))[1h:5m] @ end() offset 1d)",
  "sum(up offset 5m) - sum by (a) (up) / 2",
  "sum_over_time(up[5m] offset -5m) or up",
  "up - up @ 1609746000 offset 5m",
  "up - up offset 5m @ 1609746000 - 3",
  "up - # the day before\n  up # of the same\n  offset 1d",
  "up offset 0s offset 5m",
  '{__name__=~"a", __name__!="b"}',
  "rate(up[5m:])",
  "rate(up[5m] offset 5m)",
  "up offset 5m @ 0",
  "max_over_time(rate(up[5m])[1h:1m] offset 1d)",
  'up{a=~`\\d+`, b="\\\\d"}',
  '{__name__=~"a.*"}',
  '{a=~".+"}',
  "first_over_time(up[5m])",
  "rate(up[5m + 1m])",
  'up{a=~"(?i)b|[[:alpha:]]"} # nothing wrong',
  `${Array.from({ length: 100 }, () => "sum(rate(some_metric_total[5m]))").join(" + ")} > 0`,
] as const;

it.each(accepted)("accepts %s", (expr) => {
  expect(findings(expr)).toEqual([]);
});

const asGroups = (expressions: readonly string[]) =>
  expressions.map((expr, index) => ({
    name: `rule ${String(index)}`,
    interval: "1m",
    rules: [{ record: `a:b:c${String(index)}`, expr }],
  }));

it("agrees with promtool on what is refused", async () => {
  const verdict = await checkRules(
    promtool,
    asGroups(refused.map(([, expr]) => expr)),
  );
  expect(
    refused
      .filter((_, index) => !verdict.output.includes(`"rule ${String(index)}"`))
      .map(([what]) => what),
  ).toEqual([]);
});

it("agrees with promtool on what is accepted", async () => {
  expect(await checkRules(promtool, asGroups(accepted))).toEqual({
    agreed: true,
    output: expect.stringContaining("SUCCESS") as string,
  });
});
