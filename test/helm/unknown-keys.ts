/** Plain data with keys, as opposed to a list or a single value. */
export type PlainMap = Readonly<Record<string, unknown>>;

/** Whether a value is plain data with keys. */
export const isPlainMap = (value: unknown): value is PlainMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Exceptions that a chart's values file cannot show, as paths written `a/b/c`. */
export interface Exceptions {
  /** Names of keys, anywhere, whose content is Kubernetes' own, and why. */
  readonly kubernetes: Readonly<Record<string, string>>;
  /** Keys of the chart whose content is passed on as it is, and why. */
  readonly passedOn: Readonly<Record<string, string>>;
  /**
   * Keys that the chart reads although its values file only comments on them, and where it does.
   */
  readonly commentedOut: Readonly<Record<string, string>>;
}

/**
 * Paths of values that a chart would silently ignore, because its own values file does not have the
 * key.
 *
 * @param used - Receives every exception that was needed.
 */
export function unknownKeys(
  values: PlainMap,
  defaults: PlainMap,
  exceptions: Exceptions,
  used = new Set<string>(),
  parent = "",
): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const path = parent === "" ? key : `${parent}/${key}`;
    if (Object.hasOwn(exceptions.commentedOut, path)) {
      used.add(path);
      return [];
    }
    if (!Object.hasOwn(defaults, key)) return [path];
    if (!isPlainMap(value)) return [];
    if (Object.hasOwn(exceptions.kubernetes, key)) return [];
    if (Object.hasOwn(exceptions.passedOn, path)) {
      used.add(path);
      return [];
    }
    const inChart = defaults[key];
    return unknownKeys(
      value,
      isPlainMap(inChart) ? inChart : {},
      exceptions,
      used,
      path,
    );
  });
}

/**
 * Two maps as Helm puts them together: maps merge, null removes, everything else is replaced by the
 * second.
 */
export function mergeValues(under: PlainMap, over: PlainMap): PlainMap {
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] =
      isPlainMap(below) && isPlainMap(value)
        ? mergeValues(below, value)
        : value;
  }
  return Object.fromEntries(
    Object.entries(merged).filter(([key]) => over[key] !== null),
  );
}

/** Paths of single values and lists that differ between two maps, or exist in one only; sorted. */
export function differingPaths(
  left: PlainMap,
  right: PlainMap,
  parent = "",
): readonly string[] {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].sort().flatMap((key) => {
    const path = parent === "" ? key : `${parent}/${key}`;
    const [one, other] = [left[key], right[key]];
    if (isPlainMap(one) && isPlainMap(other)) {
      return differingPaths(one, other, path);
    }
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [path];
  });
}

/** The value at a path written as its keys; `undefined` where there is none. */
export const valueAt = (values: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (value, key) => (isPlainMap(value) ? value[key] : undefined),
    values,
  );
