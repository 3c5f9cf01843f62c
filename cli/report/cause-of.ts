/** The innermost reason: `fetch failed` says nothing, what caused it says all. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return causeOf(error.cause);
  if (error instanceof AggregateError && error.errors.length > 0) {
    return causeOf(error.errors[0]);
  }
  return error.message === "" ? error.name : error.message;
}
