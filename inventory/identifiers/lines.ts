/** Kinds of names with their lines. */
export type Lines = readonly (readonly [
  kind: string,
  lines: readonly string[],
])[];

/** A name with its labels as Prometheus writes them, sorted. */
export const withLabels = (
  name: string,
  labels: Readonly<Record<string, string>> = {},
): string =>
  `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .sort()
    .join(", ")}}`;
