import { languageOf } from "./dashboard";
import type { Service } from "./service";

/**
 * Whether anybody asks for numbers of a system's spans, such as `| rate()`: a saved query or a
 * panel. The checks of queries hold a query that measures to a unit and to a picture of numbers, so
 * the form tells what the text says.
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
