import type { Problem } from "../problem";

/** Checks of names, with their messages. */
/** Names that begin with two underscores are Prometheus's own. */
export const METRIC_NAME = /^(?!__)[a-z_][a-z0-9_]*$/;
export const RECORD_NAME = /^[a-z][a-z0-9_]*:[a-z0-9_]+:[a-z0-9_]+$/;
export const ALERT_NAME = /^[A-Z][A-Za-z0-9]*$/;
/** A label of Prometheus; those that begin with two underscores are its own. */
export const LABEL_NAME = /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/;
/** Time of day: `08:00`. */
export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
export const KEBAB_NAME = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;

/** Names that occur more than once, each once, in order of first appearance. */
export function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) twice.add(name);
    seen.add(name);
  }
  return [...twice];
}

/** Names of teams, keys and monitors become labels and object names. */
export const checkKebab = (
  path: string,
  what: string,
  value: string,
): readonly Problem[] =>
  KEBAB_NAME.test(value)
    ? []
    : [
        {
          path,
          message: `${what} must be kebab-case`,
          got: value,
          allowed: "a-z, 0-9 and -, beginning with a letter",
          next: "rename it",
        },
      ];

/** A name that must be one of a list. */
export function oneOf(
  path: string,
  what: string,
  value: string,
  allowed: readonly string[],
): readonly Problem[] {
  return allowed.includes(value)
    ? []
    : [
        {
          path,
          message: `unknown ${what}`,
          got: value,
          allowed: allowed.join(", "),
          next: "choose one",
        },
      ];
}
