import type { Panel, Visualisation } from "../model/dashboard";
import { firstFree, numbered } from "./panel-ids";
import type { NumberedPanel } from "./panel-ids";

/** Columns of Grafana's grid. */
export const COLUMNS = 24;

/** Left edge and width in columns, upper edge and height in rows of about 30 pixels. */
export interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A panel with its number and its position. */
export interface PlacedPanel extends NumberedPanel {
  readonly gridPos: GridPosition;
}

/** Rows that a graph needs to be readable. */
const HEIGHTS: Readonly<Record<Visualisation["kind"], number>> = {
  stat: 5,
  gauge: 6,
  bargauge: 7,
  piechart: 8,
  timeseries: 8,
  barchart: 8,
  text: 6,
  bars: 8,
  "state-timeline": 8,
  table: 9,
  heatmap: 9,
  logs: 10,
  traces: 9,
  "node-graph": 14,
};

/** A heading with its number and its position. */
export interface PlacedHeading {
  readonly title: string;
  readonly id: number;
  readonly gridPos: GridPosition;
}

/** Panels under one heading, or without one. */
export interface Section {
  readonly heading?: PlacedHeading;
  readonly panels: readonly PlacedPanel[];
}

/** Rows that a heading takes. */
const HEADING = 1;

/** All panels with their positions. */
export const layout = (panels: readonly Panel[]): readonly PlacedPanel[] =>
  sections(panels).flatMap((section) => section.panels);

/**
 * Lays panels out like text: left to right, a new line when the next one does not fit or is under
 * another heading. Panels of one line are as high as the highest of them, so that lower edges
 * align.
 */
export function sections(panels: readonly Panel[]): readonly Section[] {
  let y = 0;
  const all = numbered(panels);
  const taken = new Set(all.map(({ number }) => number));
  const free = (): number => {
    const number = firstFree(taken);
    taken.add(number);
    return number;
  };
  return byHeading(all).map(({ title, content }) => {
    const heading =
      title === undefined
        ? {}
        : {
            heading: {
              title,
              id: free(),
              gridPos: { x: 0, y, w: COLUMNS, h: HEADING },
            },
          };
    if (title !== undefined) y += HEADING;
    const placed = lines(content).flatMap((line) => {
      const h = Math.max(
        ...line.map(({ panel }) => HEIGHTS[panel.visualisation.kind]),
      );
      const inLine = placeLine(line, y, h);
      y += h;
      return inLine;
    });
    return { ...heading, panels: placed };
  });
}

/** Panels one after the other that name the same heading. */
function byHeading(panels: readonly NumberedPanel[]): readonly {
  readonly title: string | undefined;
  readonly content: readonly NumberedPanel[];
}[] {
  const result: { title: string | undefined; content: NumberedPanel[] }[] = [];
  for (const each of panels) {
    const title = each.panel.row;
    const last = result.at(-1);
    if (last === undefined || last.title !== title) {
      result.push({ title, content: [each] });
    } else last.content.push(each);
  }
  return result;
}

function placeLine(
  line: readonly NumberedPanel[],
  y: number,
  h: number,
): readonly PlacedPanel[] {
  let x = 0;
  return line.map(({ panel, number }) => {
    const w = panelWidth(panel);
    const gridPos = { x, y, w, h };
    x += w;
    return { panel, number, gridPos };
  });
}

/** Columns that a panel takes. */
export const panelWidth = (panel: Panel): number =>
  panel.width ?? (panel.visualisation.kind === "stat" ? 6 : 12);

function lines(
  panels: readonly NumberedPanel[],
): readonly (readonly NumberedPanel[])[] {
  const result: NumberedPanel[][] = [];
  let used = COLUMNS;
  for (const numberedPanel of panels) {
    const width = panelWidth(numberedPanel.panel);
    used += width;
    if (used > COLUMNS) {
      result.push([]);
      used = width;
    }
    result.at(-1)?.push(numberedPanel);
  }
  return result;
}
