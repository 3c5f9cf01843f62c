import type { MetadataTypes } from "../series";
import type { DeclaredMetric } from "./declared-metric";
import type { Difference } from "./difference";

/** Suffixes of the series that count what a summary or a histogram has observed. */
const OBSERVED = /_(?:sum|count|bucket)$/;

/**
 * Compares the type that exposed metadata gives with the declared one. Metadata that no target
 * gives, or that says `unknown`, is no difference.
 */
export function typeDifference(
  { name, type, path }: DeclaredMetric,
  types: MetadataTypes,
): readonly Difference[] {
  const exposed = exposedTypes(name, types);
  return exposed.length === 0 || exposed.includes(type)
    ? []
    : [
        {
          part: "type",
          found: `it is exposed as a ${exposed.join(" and as a ")}`,
          expected: `a ${type}`,
          next: `correct the type where the metric is exposed, or in ${path}: rate() is right on counters only`,
        },
      ];
}

function exposedTypes(name: string, types: MetadataTypes): readonly string[] {
  // OpenMetrics names a counter without its suffix.
  const own =
    types.get(name) ??
    (name.endsWith("_total") ? types.get(name.slice(0, -6)) : undefined) ??
    (name.endsWith("_info") ? types.get(name.slice(0, -5)) : undefined);
  const found = own ?? (isObserved(name, types) ? ["counter"] : []);
  return [...new Set(found.flatMap(asDeclared))];
}

const isObserved = (name: string, types: MetadataTypes): boolean =>
  OBSERVED.test(name) &&
  (types.get(name.replace(OBSERVED, "")) ?? []).some(
    (type) => type === "summary" || type === "histogram",
  );

/** Types of the exposition formats in the words of a contract; `unknown` decides nothing. */
function asDeclared(type: string): readonly string[] {
  switch (type) {
    case "info":
    case "stateset":
      return ["gauge"];
    // Its quantiles go up and down.
    case "summary":
      return ["summary", "gauge"];
    case "unknown":
    case "untyped":
      return [];
    default:
      return [type];
  }
}
