import { types } from "node:util";

/**
 * What went wrong, of anything that was thrown; also of an error from another realm, as in a test's
 * sandbox.
 */
export function errorMessage(thrown: unknown): string {
  return types.isNativeError(thrown) ? thrown.message : String(thrown);
}
