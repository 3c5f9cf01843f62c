import type { Slo } from "../model/slo";

/** Promises that one query can show: their series carry the same labels. */
export interface SeriesSelection<S extends Slo> {
  /** Label matchers with their braces. */
  readonly selector: string;
  /** Tells the promises apart, and the values of their dims. */
  readonly legend: string;
  readonly slos: readonly [S, ...S[]];
}

/**
 * The fewest selections that show some promises of a system, each with a legend without gaps: those
 * whose dims differ need legends that differ.
 *
 * @param slos all promises that have the series in question
 * @param splitBy what else a query cannot have two of
 */
export function seriesSelections<S extends Slo>(
  system: string,
  slos: readonly S[],
  splitBy?: "and period",
): readonly SeriesSelection<S>[] {
  const groups = new Map<string, [S, ...S[]]>();
  for (const slo of slos) {
    const key = [
      splitBy === undefined ? "" : slo.period.toString(),
      ...(slo.groupBy ?? []),
    ].join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [slo]);
    else group.push(slo);
  }
  return [...groups.values()].map((group) => ({
    selector:
      groups.size === 1
        ? `{system="${system}"}`
        : `{system="${system}", slo=~"${group.map(({ name }) => name).join("|")}"}`,
    legend: legendOf("{{slo}}", group[0]),
    slos: group,
  }));
}

/** What a series is, followed by the values of the promise's dims. */
export const legendOf = (what: string, { groupBy }: Slo): string =>
  [what, ...(groupBy ?? []).map((label) => `{{${label}}}`)].join(" ");
