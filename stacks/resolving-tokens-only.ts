import { Tokenization } from "cdktf";
import type { ResolveOptions } from "cdktf";

/**
 * Runs work in which cdktf looks for tokens only where there can be some. Otherwise it resolves
 * every key and every text of every resource, and then of the whole stack once more, each with the
 * path at which it stands: most of the time that a stack takes. What has a token it resolves as
 * ever.
 */
export function resolvingTokensOnly(work: () => void): void {
  const before = Object.getOwnPropertyDescriptor(Tokenization, "resolve");
  const byCdktf: Resolve = Tokenization.resolve.bind(Tokenization);
  const here: Resolve = (value, options) =>
    resolved(value, (own) => byCdktf(own, options));
  Object.defineProperty(Tokenization, "resolve", { ...before, value: here });
  try {
    work();
  } finally {
    Object.defineProperty(Tokenization, "resolve", { ...before });
  }
}

type Resolve = (value: unknown, options: ResolveOptions) => unknown;

/** Without what is undefined, as cdktf does it; itself, where nothing is to be done. */
function resolved(
  value: unknown,
  byCdktf: (value: unknown) => unknown,
): unknown {
  if (mayBeToken(value)) return byCdktf(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    // What stands for a whole list is its only item.
    if (items.some(mayBeToken)) return byCdktf(items);
    const whole = items
      .map((item) => resolved(item, byCdktf))
      .filter((item) => item !== undefined);
    return whole.length === items.length &&
      whole.every((item, place) => item === items[place])
      ? items
      : whole;
  }
  if (!isPlain(value)) return byCdktf(value);
  const entries: readonly (readonly [string, unknown])[] =
    Object.entries(value);
  if (entries.some(([key]) => mayBeToken(key))) return byCdktf(value);
  const whole = entries
    .map(([key, own]) => [key, resolved(own, byCdktf)] as const)
    .filter(([, own]) => own !== undefined);
  return whole.length === entries.length &&
    whole.every(([, own], place) => own === entries[place]?.[1])
    ? value
    : Object.fromEntries(whole);
}

/** A number so large that its bits can be those of a token. */
const HUGE = 1e200;

/** Tokens are texts with a marker, huge numbers, and such numbers in a text. */
function mayBeToken(value: unknown): boolean {
  if (typeof value === "string") {
    return value.includes("{TfToken[") || value.includes("e+");
  }
  if (typeof value === "number") return !(Math.abs(value) < HUGE);
  return typeof value === "function";
}

/** Whatever is made by a class, or resolves itself, is left to cdktf. */
const isPlain = (value: object): boolean =>
  Object.getPrototypeOf(value) === Object.prototype &&
  !("resolve" in value && typeof value.resolve === "function");
