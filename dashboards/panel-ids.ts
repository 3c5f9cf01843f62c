import type { Panel } from "../model/dashboard";

/** A panel with its number, unique within its dashboard. */
export interface NumberedPanel {
  readonly panel: Panel;
  /** Whole number above 0. */
  readonly number: number;
}

/**
 * Numbers the panels of a dashboard: each has the one that it states, or else the first that is
 * free.
 */
export function numbered(panels: readonly Panel[]): readonly NumberedPanel[] {
  const taken = new Set(panels.flatMap(({ number = [] }) => number));
  return panels.map((panel) => {
    const number = panel.number ?? firstFree(taken);
    taken.add(number);
    return { panel, number };
  });
}

/** The lowest whole number above 0 that is not taken. */
export function firstFree(taken: ReadonlySet<number>): number {
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}
