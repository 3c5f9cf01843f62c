import type { Service } from "../../../model/service";

/** Keys of the systems with a query of traces whose text measures spans. */
export const measuringByText = (
  services: readonly Service[],
): readonly string[] =>
  services
    .filter(({ traceQueries = [] }) =>
      traceQueries.some(({ expr }) => /\|\s*(rate|\w+_over_time)\(/.test(expr)),
    )
    .map(({ key }) => key);
