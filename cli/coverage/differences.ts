import type { ServiceDeclaration } from "../../model/service";
import { KINDS, declaredFor, isAnything } from "./declared-counts";
import type { Kind } from "./declared-counts";
import type { Expectation } from "./expected-counts";

/** A number that is not the expected one. */
export interface Difference {
  readonly system: string;
  readonly kind: Kind;
  readonly expected: number;
  readonly declared: number;
  /** `undefined` when nobody has explained it. */
  readonly because: string | undefined;
}

/** Every difference of the systems that are declared. */
export const differencesOf = (
  expectations: readonly Expectation[],
  services: readonly ServiceDeclaration[],
): readonly Difference[] =>
  expectations.flatMap(({ system, prefixes, expected, because = {} }) => {
    const declared = declaredFor(prefixes, services);
    return isAnything(declared)
      ? KINDS.filter((kind) => declared[kind] !== expected[kind]).map(
          (kind) => ({
            system,
            kind,
            expected: expected[kind],
            declared: declared[kind],
            because: because[kind],
          }),
        )
      : [];
  });
