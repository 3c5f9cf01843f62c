import { KINDS, declaredFor, isAnything } from "./declared-counts";
import type { Counts, Declared, Kind } from "./declared-counts";

/** What the specification counts for a system. */
export interface Expectation {
  /** Its name on the page. */
  readonly system: string;
  /** How the IDs of its requirements begin. */
  readonly prefixes: readonly string[];
  /** How many of each kind. */
  readonly expected: Counts;
  /** Why there is another number of a kind. */
  readonly because?: Readonly<Partial<Record<Kind, string>>>;
}

/** A number that is not the expected one. */
export interface Difference {
  readonly system: string;
  readonly kind: Kind;
  readonly expected: number;
  readonly declared: number;
  /** `undefined` without an explanation. */
  readonly because: string | undefined;
}

/** Every difference of the systems that are declared. */
export const differencesOf = (
  expectations: readonly Expectation[],
  declared: Declared,
): readonly Difference[] =>
  expectations.flatMap(({ system, prefixes, expected, because = {} }) => {
    const counts = declaredFor(prefixes, declared);
    return isAnything(counts)
      ? KINDS.filter((kind) => counts[kind] !== expected[kind]).map((kind) => ({
          system,
          kind,
          expected: expected[kind],
          declared: counts[kind],
          because: because[kind],
        }))
      : [];
  });
