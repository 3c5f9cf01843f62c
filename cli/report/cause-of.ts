/** The innermost cause of an error: `fetch failed` alone does not say why. */
export function causeOf(error: unknown): string {
  if (!isError(error)) return String(error);
  if (error.cause !== undefined) return causeOf(error.cause);
  const { errors } = error as Partial<AggregateError>;
  if (Array.isArray(errors) && errors.length > 0) return causeOf(errors[0]);
  return error.message === "" ? error.name : error.message;
}

/** What fetch throws need not be of the same realm, so that its class says nothing. */
const isError = (error: unknown): error is Error =>
  typeof error === "object" && error !== null && "message" in error;
