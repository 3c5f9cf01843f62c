/** Sums by the labels that an SLO groups by, so that its queries may return others. */
export const summing = (groupBy: readonly string[] = []): string =>
  groupBy.length === 0 ? "sum" : `sum by (${groupBy.join(", ")}) `;
