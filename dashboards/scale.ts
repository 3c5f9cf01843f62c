import type { Panel, Scale, Unit } from "../model/dashboard";

/**
 * Units with a natural scale. A value beyond it fills or empties the bar; the number shows how far.
 */
const NATURAL: Readonly<Partial<Record<Unit, Scale>>> = {
  percentunit: { min: 0, max: 1 },
};

/**
 * Scale of a gauge or bar gauge, from empty to full: as declared, else that of its unit.
 * @returns undefined for other panels, and where neither says both
 */
export function scaleOf({ visualisation, unit }: Panel): Scale | undefined {
  if (visualisation.kind !== "gauge" && visualisation.kind !== "bargauge") {
    return undefined;
  }
  const { min = NATURAL[unit]?.min, max = NATURAL[unit]?.max } = visualisation;
  return min === undefined || max === undefined ? undefined : { min, max };
}
