import fc from "fast-check";
import { stringify } from "yaml";
import { ruleFile } from "../../../prometheus/rules/rule-file";
import type { RuleGroup } from "../../../prometheus/rules/rule-group";

const byThePackage = (groups: readonly RuleGroup[]): string =>
  stringify({ groups }, { lineWidth: 0, aliasDuplicateObjects: false });

const group = (text: string): RuleGroup => ({
  name: "shop",
  interval: "1m",
  rules: [
    { record: "shop:errors:rate5m", expr: text },
    {
      alert: "ShopErrors",
      expr: "x > 1",
      for: "5m",
      labels: { severity: "warning", team: text },
      annotations: { summary: text, value: '{{ $value | printf "%.4g" }}' },
    },
  ],
});

it.each([
  "plain text",
  "a: b",
  "a:",
  "a #b",
  "a#b",
  "true",
  "NULL",
  "nullable",
  "~",
  "5m",
  "0s",
  "0xf",
  "0o7",
  "1e5",
  "2026-11-30",
  ".inf",
  "- a",
  "{{ $value }} lines",
  "it's",
  '"quoted"',
  "a, [b]",
  " a",
  "a ",
  "",
  "Zürich",
  "two\nlines",
  "two\n\n  lines\n",
  "a\ttab",
  "a\r",
  "a\u0007",
  "y",
  "x".repeat(300),
  "word ".repeat(100).trim(),
  "https://example.com/a#b",
])("writes %j as the package yaml does", (text) => {
  expect(ruleFile([group(text)])).toBe(byThePackage([group(text)]));
});

it("writes any text as the package yaml does", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.string({
          maxLength: 6,
          unit: fc.constantFrom(
            "a",
            "Z",
            "0",
            " ",
            ":",
            "#",
            "-",
            "'",
            '"',
            "\n",
            "\t",
            ".",
            "~",
            "{",
            "}",
            "[",
            "]",
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "?",
            ",",
            "e",
          ),
        }),
      ),
      (text) => {
        expect(ruleFile([group(text)])).toBe(byThePackage([group(text)]));
      },
    ),
    { seed: 5, numRuns: 2_000 },
  );
});

it.each<readonly [string, readonly RuleGroup[]]>([
  ["no group", []],
  ["a group without rules", [{ name: "a", interval: "1m", rules: [] }]],
  [
    "a rule without labels",
    [
      {
        name: "a",
        interval: "1m",
        rules: [
          { alert: "A", expr: "x", for: "0s", labels: {}, annotations: {} },
        ],
      },
    ],
  ],
  ["several groups", [group("one"), group("two")]],
])("writes %s as the package yaml does", (_, groups) => {
  expect(ruleFile(groups)).toBe(byThePackage(groups));
});
