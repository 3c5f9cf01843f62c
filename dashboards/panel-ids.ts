import type { Panel } from "../model/dashboard";

/** A panel with the number that tells it apart within its dashboard. */
export interface NumberedPanel {
  readonly panel: Panel;
  /** Whole number above 0. */
  readonly id: number;
}

/**
 * Numbers the panels of a dashboard. A number stands in addresses that people share (`?viewPanel=7`), so it is the last
 * number of the requirement, whatever stands before the panel; where that is missing or taken, the next free one.
 */
export function numbered(panels: readonly Panel[]): readonly NumberedPanel[] {
  const wanted = new Set(panels.map(wantedId));
  const given = new Set<number>();
  return panels.map((panel) => {
    let id = wantedId(panel);
    if (id === 0 || given.has(id)) {
      id = 1;
      while (wanted.has(id) || given.has(id)) id += 1;
    }
    given.add(id);
    return { panel, id };
  });
}

const wantedId = ({ requirement }: Panel): number =>
  Number(/\.(\d+)$/.exec(requirement)?.[1] ?? 0);
