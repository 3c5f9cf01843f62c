import * as fc from "fast-check";
import { layout, sections } from "../../dashboards/layout";
import type { Panel, Visualisation } from "../../model/dashboard";
import { days } from "../../model/duration";
import { aPanel } from "./every-visualisation";

const anyVisualisation = fc.constantFrom<Visualisation>(
  { kind: "timeseries" },
  { kind: "stat" },
  { kind: "gauge", min: 0, max: 1 },
  { kind: "bargauge" },
  { kind: "piechart" },
  { kind: "table" },
  { kind: "heatmap" },
  { kind: "state-timeline" },
  { kind: "barchart", every: days(1) },
);

const anyPanel: fc.Arbitrary<Panel> = fc
  .tuple(
    anyVisualisation,
    fc.option(fc.integer({ min: 1, max: 24 })),
    fc.option(fc.integer({ min: 1, max: 90 })),
  )
  .map(([visualisation, width, number]) => ({
    ...aPanel,
    visualisation,
    ...(number === null ? {} : { number }),
    ...(width === null ? {} : { width }),
  }));

/** Every cell of the grid that panels cover, once for each panel that covers it. */
const cells = (panels: readonly Panel[]): readonly string[] =>
  layout(panels).flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from(
      { length: w * h },
      (_, cell) =>
        `${String(x + (cell % w))},${String(y + Math.floor(cell / w))}`,
    ),
  );

describe("any panels", () => {
  const panels = fc.uniqueArray(anyPanel, {
    maxLength: 40,
    comparator: (a, b) => a.number !== undefined && a.number === b.number,
  });

  it("never overlap", () => {
    fc.assert(
      fc.property(panels, (some) => {
        const covered = cells(some);
        expect(new Set(covered).size).toBe(covered.length);
      }),
    );
  });

  it("stay within 24 columns and keep their order", () => {
    fc.assert(
      fc.property(panels, (some) => {
        const placed = layout(some);
        expect(placed.map(({ panel }) => panel)).toEqual(some);
        for (const { gridPos } of placed) {
          expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
        }
      }),
    );
  });

  it("leave no empty line between two lines", () => {
    fc.assert(
      fc.property(panels, (some) => {
        const used = new Set(cells(some).map((cell) => cell.split(",")[1]));
        const bottom = Math.max(
          0,
          ...layout(some).map(({ gridPos: { y, h } }) => y + h),
        );
        expect(used.size).toBe(bottom);
      }),
    );
  });

  it("have numbers of their own, above 0", () => {
    fc.assert(
      fc.property(panels, (some) => {
        const numbers = layout(some).map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(
          numbers.every((each) => Number.isInteger(each) && each > 0),
        ).toBe(true);
      }),
    );
  });
});

it("begins a line when a panel does not fit, and aligns the lower edges", () => {
  const stat: Panel = { ...aPanel, visualisation: { kind: "stat" } };
  const placed = layout([stat, aPanel, stat, stat, { ...aPanel, width: 24 }]);
  expect(placed.map(({ gridPos }) => gridPos)).toEqual([
    { x: 0, y: 0, w: 6, h: 8 },
    { x: 6, y: 0, w: 12, h: 8 },
    { x: 18, y: 0, w: 6, h: 8 },
    { x: 0, y: 8, w: 6, h: 5 },
    { x: 0, y: 13, w: 24, h: 8 },
  ]);
});

it("puts a heading above the panels that name it, with a number that no panel has", () => {
  const panel = (number: number, row?: string): Panel => ({
    ...aPanel,
    number,
    ...(row === undefined ? {} : { row }),
  });
  const [alone, first, second] = sections([
    panel(4),
    panel(1, "First"),
    panel(3, "First"),
    panel(2, "Second"),
  ]);
  expect(alone?.heading).toBeUndefined();
  expect([first?.heading, second?.heading]).toEqual([
    { title: "First", id: 5, gridPos: { x: 0, y: 8, w: 24, h: 1 } },
    { title: "Second", id: 6, gridPos: { x: 0, y: 17, w: 24, h: 1 } },
  ]);
  expect(first?.panels.map(({ gridPos: { x, y } }) => [x, y])).toEqual([
    [0, 9],
    [12, 9],
  ]);
  expect(second?.panels.map(({ gridPos: { y } }) => y)).toEqual([18]);
});

it.each<[string, readonly (number | undefined)[], readonly number[]]>([
  ["the one that it states", [7, 2], [7, 2]],
  ["the first that is free", [undefined, undefined, 1], [2, 3, 1]],
  [
    "one that no later panel states",
    [undefined, 3, undefined, 1],
    [2, 3, 4, 1],
  ],
])("numbers a panel by %s", (_, stated, numbers) => {
  const panels = stated.map((number) => ({
    ...aPanel,
    ...(number === undefined ? {} : { number }),
  }));
  expect(layout(panels).map(({ number }) => number)).toEqual(numbers);
});

it("keeps a stated number when another panel is put before it", () => {
  const panel = (number: number): Panel => ({ ...aPanel, number });
  const before = layout([panel(1), panel(2)]);
  const after = layout([aPanel, panel(1), panel(2)]);
  expect(after.slice(1).map(({ number }) => number)).toEqual(
    before.map(({ number }) => number),
  );
});
