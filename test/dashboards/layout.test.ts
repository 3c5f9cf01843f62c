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
    fc.integer({ min: 0, max: 30 }),
  )
  .map(([visualisation, width, number]) => ({
    ...aPanel,
    requirement: `X-D2.${String(number)}`,
    visualisation,
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
  const panels = fc.array(anyPanel, { maxLength: 40 });

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
        const ids = layout(some).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => Number.isInteger(id) && id > 0)).toBe(true);
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
    requirement: `X.${String(number)}`,
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

it.each<[string, readonly string[], readonly number[]]>([
  ["the last number of its requirement", ["CV-D1.7", "CV-D1.2"], [7, 2]],
  ["the next free one where it is taken", ["A.1", "B.1", "C.2"], [1, 3, 2]],
  ["the next free one where it is missing", ["A", "B.0", "C.1"], [2, 3, 1]],
])("numbers a panel by %s", (_, requirements, ids) => {
  const panels = requirements.map((requirement) => ({
    ...aPanel,
    requirement,
  }));
  expect(layout(panels).map(({ id }) => id)).toEqual(ids);
});

it("keeps a panel's number when another is put before it", () => {
  const panel = (requirement: string): Panel => ({ ...aPanel, requirement });
  const before = layout([panel("X.1"), panel("X.2")]);
  const after = layout([panel("X.3"), panel("X.1"), panel("X.2")]);
  expect(after.slice(1).map(({ id }) => id)).toEqual(
    before.map(({ id }) => id),
  );
});
