/**
 * Ends the handling of a union. The compiler refuses a forgotten member; a value that was never
 * type-checked throws.
 * @throws Error always.
 */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
