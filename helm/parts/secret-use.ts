import type { SecretKey } from "../../model/target";

/** A key of a Secret that a release, a monitor or a job reads. */
export interface SecretUse extends SecretKey {
  /** Release or object that would wait for it. */
  readonly usedBy: string;
}

/** The keys that one reader reads. */
export const readBy = (
  reader: string,
  keys: readonly SecretKey[],
): readonly SecretUse[] =>
  keys.map(({ secret, key }) => ({ secret, key, usedBy: reader }));
