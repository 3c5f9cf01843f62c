import type { Panel, Visualisation } from "../model/dashboard";
import { numbered } from "./panel-ids";
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

/** A panel with its number and its place. */
export interface PlacedPanel extends NumberedPanel {
  readonly gridPos: GridPosition;
}

/** Rows that a picture needs to be read. */
const HEIGHTS: Readonly<Record<Visualisation["kind"], number>> = {
  stat: 5,
  gauge: 6,
  bargauge: 7,
  piechart: 8,
  timeseries: 8,
  barchart: 8,
  "bars-by-label": 8,
  text: 6,
  "state-timeline": 8,
  table: 9,
  heatmap: 9,
  logs: 10,
  traces: 9,
};

/**
 * Places panels as text flows: left to right, a new line when the next one does not fit.
 * Panels of one line are as high as the highest of them, so that lower edges align.
 */
export function layout(panels: readonly Panel[]): readonly PlacedPanel[] {
  let y = 0;
  return lines(numbered(panels)).flatMap((line) => {
    const h = Math.max(
      ...line.map(({ panel }) => HEIGHTS[panel.visualisation.kind]),
    );
    const placed = placeLine(line, y, h);
    y += h;
    return placed;
  });
}

function placeLine(
  line: readonly NumberedPanel[],
  y: number,
  h: number,
): readonly PlacedPanel[] {
  let x = 0;
  return line.map(({ panel, id }) => {
    const w = panelWidth(panel);
    const gridPos = { x, y, w, h };
    x += w;
    return { panel, id, gridPos };
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
