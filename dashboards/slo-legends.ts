import type { Slo } from "../model/slo";

/** SLOs that one query can show: their series carry the same labels. */
export interface SeriesSelection<S extends Slo> {
  /** Label matchers with their braces. */
  readonly selector: string;
  /** Legend that distinguishes the SLOs and the values of their group-by labels. */
  readonly legend: string;
  readonly slos: readonly [S, ...S[]];
}

/**
 * The fewest selections that show some SLOs of a system, each with a complete legend: SLOs with
 * different group-by labels need different legends.
 *
 * @param slos all SLOs that have the series in question
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

/** Name of a series, followed by the values of the SLO's group-by labels. */
export const legendOf = (what: string, { groupBy }: Slo): string =>
  [what, ...(groupBy ?? []).map((label) => `{{${label}}}`)].join(" ");
