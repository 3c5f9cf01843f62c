/** A pattern as Prometheus reads it, as far as JavaScript can tell. */
export interface Pattern {
  /** Why Prometheus refuses it; absent where it is right, or where nothing certain can be said. */
  readonly problem?: string;
  /** Whether the whole text matches. */
  readonly matches: (text: string) => boolean;
}

const LARGEST_REPEAT = 1_000;

/** Escapes with a letter or digit that RE2 knows; any other is an error there and means nothing special in JavaScript. */
const KNOWN_ESCAPE = /[aftnrvxdDsSwWbBAzpPQE0]/;

const known = new Map<string, Pattern>();

/**
 * Reads the pattern of a matcher. Prometheus uses RE2, which has no look-around and no back-references;
 * the real engine decides in the end, so only what is clearly broken is called a problem.
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function readPattern(pattern: string): Pattern {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const read = compile(pattern);
  known.set(pattern, read);
  return read;
}

function compile(pattern: string): Pattern {
  const foreign = foreignToRe2(pattern);
  if (foreign !== undefined) return { problem: foreign, matches: () => true };
  // Flags may stand anywhere in RE2, and groups are named with P.
  const translated = pattern
    .replace(/\(\?[imsU]*(?:-[imsU]+)?:/g, "(?:")
    .replace(/\(\?[imsU]*(?:-[imsU]+)?\)/g, "")
    .replaceAll("(?P<", "(?<");
  try {
    const whole = new RegExp(
      `^(?:${translated})$`,
      /\(\?[msU]*i/.test(pattern) ? "is" : "s",
    );
    return { matches: (text) => whole.test(text) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // JavaScript refuses to repeat an anchor, RE2 does not; nor does JavaScript know quoted stretches.
    return /[$^]\)*[*+?{]|\\[bBAzQ]/.test(pattern)
      ? { matches: () => true }
      : {
          problem: said.replace(/^.*: /, "").toLowerCase(),
          matches: () => true,
        };
  }
}

function foreignToRe2(pattern: string): string | undefined {
  const outside = pattern.replace(/\\[^]/g, "");
  if (/\(\?<?[=!]/.test(outside)) return "RE2 has no look-around";
  const repeat = [...outside.matchAll(/\{(\d+)(?:,(\d*))?\}/g)]
    .flatMap(([, from, to]) => [Number(from), Number(to ?? 0)])
    .find((times) => times > LARGEST_REPEAT);
  if (repeat !== undefined) {
    return `RE2 repeats ${String(LARGEST_REPEAT)} times at most`;
  }
  const escape = [...pattern.matchAll(/\\([^])/g)]
    .flatMap(([, letter]) => letter ?? [])
    .find((letter) => /[A-Za-z0-9]/.test(letter) && !KNOWN_ESCAPE.test(letter));
  if (escape !== undefined && !pattern.includes("\\Q")) {
    return /\d/.test(escape)
      ? "RE2 has no back-references"
      : `RE2 does not know \\${escape}`;
  }
  return undefined;
}
