import type { Panel, Scale, Unit } from "../model/dashboard";

/**
 * Units with a scale of their own. What is beyond a whole, or below nothing, fills or empties the
 * bar; its number says how far.
 */
const NATURAL: Readonly<Partial<Record<Unit, Scale>>> = {
  percentunit: { min: 0, max: 1 },
};

/**
 * Where a dial or a bar is empty and where it is full: what its declaration says, else what its
 * unit says.
 * @returns undefined for other panels, and where neither says both
 */
export function scaleOf({ visualisation, unit }: Panel): Scale | undefined {
  if (visualisation.kind !== "gauge" && visualisation.kind !== "bargauge") {
    return undefined;
  }
  const { min = NATURAL[unit]?.min, max = NATURAL[unit]?.max } = visualisation;
  return min === undefined || max === undefined ? undefined : { min, max };
}
