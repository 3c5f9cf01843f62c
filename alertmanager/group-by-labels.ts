import type { Service } from "../model/service";

/** Labels that identify an SLO's series, over all systems. */
export const groupByLabels = (
  services: readonly Service[],
): readonly string[] =>
  [
    ...new Set(
      services.flatMap(({ slos }) =>
        slos.flatMap(({ groupBy = [] }) => groupBy),
      ),
    ),
  ].sort();
