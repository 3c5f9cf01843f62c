/**
 * Marks the end of a union: the compiler refuses a forgotten member, and data that slipped past it
 * throws.
 * @throws Error always.
 */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
