/**
 * Filters of Grafana's service graph: calls from workloads of this name, and calls to them. Grafana
 * shows edges that match either.
 */
export const serviceMapSelectors = (parts: string): readonly string[] => [
  `{client=~"${parts}"}`,
  `{server=~"${parts}"}`,
];

/** RE2 of the workloads of a system, which are named for it: `shop`, `shop-api`. */
export const workloadsOf = (system: string): string => `${system}(-.+)?`;
