import { goProcess } from "../../../helm/parts/metrics/go-process";
import { SYNTHETIC_SERIES } from "../../../query/promql/synthetic-series";
import type { MetadataTypes } from "../series";
import type { DeclaredMetric } from "./declared-metric";

/** What Prometheus adds to each target, and what every program written in Go shows of itself. */
const ALWAYS: ReadonlySet<string> = new Set([
  ...SYNTHETIC_SERIES.map(([name]) => name),
  ...goProcess.metrics.map(({ name }) => name),
]);

/** Series of one family: of a histogram, of a summary, and the time of birth of a counter. */
const SUFFIX = /_(?:bucket|sum|count|created)$/;

/**
 * Metrics that a target exposes and no contract declares, in order, each family once. Recorded
 * series, which may keep the labels of a target, are none.
 */
export function undeclaredMetrics(
  exposed: ReadonlySet<string>,
  declared: readonly DeclaredMetric[],
  types: MetadataTypes,
): readonly string[] {
  const known = new Set(declared.map(({ name }) => name));
  const families = [...exposed]
    .filter((name) => !name.includes(":") && !ALWAYS.has(name))
    .map((name) => familyOf(name, known, types));
  return [...new Set(families)].filter((name) => !known.has(name)).sort();
}

function familyOf(
  name: string,
  known: ReadonlySet<string>,
  types: MetadataTypes,
): string {
  const base = name.replace(SUFFIX, "");
  if (base === name || known.has(name)) return name;
  // A counter is born without its suffix.
  const counter = `${base}_total`;
  if (name.endsWith("_created") && known.has(counter)) return counter;
  return known.has(base) || types.has(base) ? base : name;
}
