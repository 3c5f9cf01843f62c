/** Letter by which Grafana names a query of a panel: `A`, `B`, … */
export const refId = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${refId(Math.floor(index / 26) - 1)}${refId(index % 26)}`;
