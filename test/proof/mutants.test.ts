import { mutantsOf } from "../../proof/mutants";

const changes = (expr: string): readonly string[] =>
  mutantsOf({ record: "a:b:c", expr }).map(
    ({ change, rule }) => `${change} | ${rule.expr}`,
  );

it.each<[string, string, readonly string[]]>([
  [
    "a fraction",
    "x > 0.05",
    [
      "x > → < | x < 0.05",
      "0.05 → 0.0625 | x > 0.0625",
      "0.05 → 0.04 | x > 0.04",
    ],
  ],
  [
    "a small whole number",
    "x >= 2",
    [
      "x >= → < | x < 2",
      "x >= → > | x > 2",
      "2 → 3 | x >= 3",
      "2 → 1 | x >= 1",
    ],
  ],
  [
    "zero",
    "x > 0",
    [
      "x > → < | x < 0",
      "x > → >= | x >= 0",
      "0 → 1 | x > 1",
      "0 → (-1) | x > (-1)",
    ],
  ],
  [
    "matchers",
    'x{a="1", b!~"2"}',
    [
      'without a="1" | x{b!~"2"}',
      'a="1" negated | x{a!="1", b!~"2"}',
      'without b!~"2" | x{a="1"}',
      'b!~"2" negated | x{a="1", b=~"2"}',
    ],
  ],
  [
    "an offset behind an operation, which belongs to its last operand",
    "x and y offset 5m",
    [
      "x and → unless | x unless y offset 5m",
      "and: only left x | x",
      "and: only right y offset 5m | y offset 5m",
      "5m → 10m | x and y offset 10m",
      "5m → 2m30s | x and y offset 2m30s",
    ],
  ],
  [
    "windows, offsets and steps",
    "last_over_time(x[1h:5m] offset 30m)",
    [
      "1h → 2h | last_over_time(x[2h:5m] offset 30m)",
      "1h → 30m | last_over_time(x[30m:5m] offset 30m)",
      "5m → 10m | last_over_time(x[1h:10m] offset 30m)",
      "5m → 2m30s | last_over_time(x[1h:2m30s] offset 30m)",
      "30m → 1h | last_over_time(x[1h:5m] offset 1h)",
      "30m → 15m | last_over_time(x[1h:5m] offset 15m)",
    ],
  ],
  [
    "aggregations and their labels",
    "sum by (a, b) (x)",
    [
      "sum by (a, b) (x): avg | avg by (a, b) (x)",
      "sum by (a, b) (x): without label a | sum by (b) (x)",
      "sum by (a, b) (x): without label b | sum by (a) (x)",
    ],
  ],
  [
    "arms",
    "a unless b",
    ["a unless → and | a and b", "unless: only left a | a"],
  ],
  [
    "arms of a union",
    "a or b",
    ["or: only left a | a", "or: only right b | b"],
  ],
  ["differences", "a - b", ["a - → + | a + b"]],
])("changes %s", (_, expr, expected) => {
  expect(changes(expr)).toEqual(expected);
});

it("numbers equal changes at several positions", () => {
  expect(
    changes("a > 5 and b > 5").map((each) => each.split(" | ")[0]),
  ).toEqual([
    "a > 5 and → unless",
    "and: only left a > 5",
    "and: only right b > 5",
    "a > → <",
    "a > → >=",
    "5 → 6",
    "5 → 4",
    "b > → <",
    "b > → >=",
    "5 → 6 (#2)",
    "5 → 4 (#2)",
  ]);
});

it("changes for and keep_firing_for", () => {
  const alert = {
    alert: "A",
    expr: "x",
    labels: {},
    annotations: {},
    for: "0s",
    keep_firing_for: "5m",
  };
  expect(
    mutantsOf(alert).map(({ change, rule }) => [
      change,
      "for" in rule ? rule.for : "",
    ]),
  ).toEqual([
    ["for 0s → 5m", "5m"],
    ["keep_firing_for 5m → 10m", "0s"],
    ["keep_firing_for 5m → 2m30s", "0s"],
  ]);
});
