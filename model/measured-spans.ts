import { languageOf } from "./dashboard";
import type { Service } from "./service";

/**
 * Whether a saved query or a panel computes metrics from a system's spans, with `| rate()` for
 * example. The query checks give such a query a unit and a panel of numbers, so the unit and the
 * panel's kind are enough to know.
 */
export const measuresSpans = ({
  traceQueries = [],
  dashboards,
}: Pick<Service, "traceQueries" | "dashboards">): boolean =>
  traceQueries.some(({ unit }) => unit !== undefined) ||
  dashboards.some(({ panels }) =>
    panels.some(
      ({ visualisation, queries }) =>
        visualisation.kind !== "traces" &&
        queries.some((query) => languageOf(query) === "traceql"),
    ),
  );
