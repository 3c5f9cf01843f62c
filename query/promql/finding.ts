import type { Problem } from "../../model/problem";

/** One mistake in a query, with its position. */
export interface Finding {
  /** Offset of the first character. */
  readonly from: number;
  /** Offset after the last character. */
  readonly to: number;
  /** What is wrong: `unknown metric "shop_http_request_total"`. */
  readonly message: string;
  /** What to do: `did you mean "shop_http_requests_total"?` */
  readonly next: string;
  /** Name of the check, where an expression may allow what it finds. */
  readonly lint?: string;
}

/** A finding as a problem of what has the query, with its position there. */
export const problemAt = (
  path: string,
  { from, to, message, next }: Finding,
): Problem => ({
  path: `${path} at ${String(from)}-${String(to)}`,
  message,
  next,
});
