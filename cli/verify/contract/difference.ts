/** One thing about a metric that is not as declared. */
export interface Difference {
  /** The part of the metric: `label "status"`, `type`, `buckets`, `series`, `target "shop-api"`. */
  readonly part: string;
  /** Whether it is worth knowing only. @default it is a fault */
  readonly harmless?: true;
  readonly found: string;
  /** What is allowed. */
  readonly expected: string;
  readonly next: string;
}

/** How many values a message lists. */
const LISTED = 5;

/** `"a", "b" and 7 more`. */
export function listed(
  values: readonly string[],
  written: (value: string) => string = (value) => JSON.stringify(value),
): string {
  const shown = values.slice(0, LISTED).map(written).join(", ");
  const rest = values.length - LISTED;
  return rest > 0 ? `${shown} and ${String(rest)} more` : shown;
}
