import {
  fileOf,
  goneOf,
  listOf,
  textOfList,
} from "../../../cli/generate/identifier-names";

const list = (kind: string, ...lines: readonly string[]) => ({
  environment: "production",
  kind,
  lines,
});

/** Names that are gone of one list, once it has other lines. */
const gone = (
  kind: string,
  before: readonly string[],
  after: readonly string[],
): readonly string[] =>
  goneOf([list(kind, ...before)], [list(kind, ...after)]).map(
    ({ name }) => name,
  );

it.each([
  ["an alert that was renamed", "alerts", ['A{p="1"}'], ['B{p="1"}'], ["A"]],
  ["a label with another value", "alerts", ['A{p="1"}'], ['A{p="2"}'], ["A"]],
  [
    "a label that is left out",
    "alerts",
    ['A{p="1", q="2"}'],
    ['A{p="1"}'],
    ["A"],
  ],
  [
    "one of several alerts of a name",
    "alerts",
    ['A{slo="a"}', 'A{slo="b"}'],
    ['A{slo="a"}'],
    ["A"],
  ],
  ["a series", "series/shop", ['shop:a{system="shop"}'], [], ["shop:a"]],
  [
    "an alert of Grafana, whose name has spaces",
    "second-path-alerts",
    ['Peer staging a{watched="x"}'],
    ['Peer staging b{watched="x"}'],
    ["Peer staging a"],
  ],
  [
    "a number of a panel",
    "panels",
    ["shop/1 A", "shop/2 B"],
    ["shop/1 A"],
    ["shop/2"],
  ],
  [
    "panels that were numbered anew",
    "panels",
    ["shop/1 A", "shop/2 B"],
    ["shop/1 New", "shop/2 A", "shop/3 B"],
    ["shop/1", "shop/2"],
  ],
  ["a uid", "dashboards", ["shop Shop"], ["market Shop"], ["shop"]],
  ["an address", "addresses", ["a.b"], [], ["a.b"]],
] as const)("sees that %s is gone", (_, kind, before, after, names) => {
  expect(gone(kind, before, after)).toEqual(names);
});

it.each([
  ["another label", "alerts", ['A{p="1"}'], ['A{p="1", q="2"}']],
  ["another alert", "alerts", ['A{p="1"}'], ['A{p="1"}', 'B{p="1"}']],
  ["another title of a panel", "panels", ["shop/1 A"], ["shop/1 {{b}}"]],
  [
    "a title that several panels have",
    "panels",
    ["shop/1 A", "shop/2 A"],
    ["shop/1 B", "shop/2 A"],
  ],
  [
    "another title of a dashboard",
    "dashboards",
    ["shop Shop"],
    ["shop The shop"],
  ],
] as const)("takes up %s", (_, kind, before, after) => {
  expect(gone(kind, before, after)).toEqual([]);
});

it("looks in each environment for itself", () => {
  const lines = ["monitoring/kps"];
  expect(
    goneOf(
      ["staging", "production"].map((environment) => ({
        environment,
        kind: "releases",
        lines,
      })),
      [{ environment: "staging", kind: "releases", lines }],
    ),
  ).toEqual([
    {
      environment: "production",
      kind: "releases",
      name: "monitoring/kps",
      line: "monitoring/kps",
    },
  ]);
});

it("reads a list from the file that it is written to", () => {
  const written = list("series/shop", 'a{b="c d"}', "e");
  expect(fileOf(written)).toBe("production/series/shop.txt");
  expect(listOf(fileOf(written), textOfList(written))).toEqual(written);
});
