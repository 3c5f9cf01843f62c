import { checkPanelKeys } from "../../../model/checks/check-panel-keys";
import { formatProblem } from "../../../model/problem";

const check = (
  ...panels: readonly { readonly id: string; readonly number?: number }[]
): readonly string[] =>
  checkPanelKeys('services/shop dashboard "shop"', "panel", panels).map(
    formatProblem,
  );

it("accepts panels with unique ids, with and without a number", () => {
  expect(
    check({ id: "errors", number: 3 }, { id: "latency" }, { id: "load" }),
  ).toEqual([]);
});

it.each([
  [
    "an id twice",
    check({ id: "errors", number: 1 }, { id: "errors", number: 2 }),
    ' panel "errors": the id is used twice; rename one: messages use the id',
  ],
  [
    "a number twice",
    check(
      { id: "errors", number: 3 },
      { id: "latency", number: 7 },
      { id: "load", number: 3 },
    ),
    ' panel "errors" and panel "load": the number is used twice, got 3; keep the older one, and omit the other or use 8: shared links contain it',
  ],
  ...[1.5, 0, -1].map(
    (number) =>
      [
        `a number of ${String(number)}`,
        check({ id: "errors", number }),
        ` panel "errors": number out of range, got ${String(number)}; allowed: whole numbers above 0; correct it, or leave it out and it becomes the first that is free`,
      ] as const,
  ),
  [
    "an id with spaces",
    check({ id: "All errors" }),
    ' panel "All errors": id must be kebab-case, got All errors; allowed: a-z, 0-9 and -, beginning with a letter; rename it',
  ],
] as const)("refuses %s", (_, problems, problem) => {
  expect(problems).toEqual([`services/shop dashboard "shop"${problem}`]);
});
