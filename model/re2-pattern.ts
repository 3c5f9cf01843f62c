import { RE2JS, RE2JSException } from "re2js";

/**
 * A regular expression as Prometheus, Alertmanager, Loki and Alloy parse it: RE2, the syntax of Go.
 */
export interface Pattern {
  /** The engines' parse error; absent if the pattern is valid. */
  readonly problem?: string;
  /** Number of capture groups; 0 if invalid. */
  readonly groups: number;
  /**
   * Whether the whole text matches, with `.` matching line breaks too, as in a matcher of
   * Prometheus. An invalid pattern matches everything.
   */
  readonly matches: (text: string) => boolean;
}

/** Every query and route uses the same few patterns, so they are parsed once. */
const known = new Map<string, Pattern>();

/**
 * Parses a regular expression as the engines do.
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
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.DOTALL);
    return {
      groups: compiled.groupCount(),
      matches: (text) => compiled.testExact(text),
    };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return {
      // The flag is prepended to the pattern, so the error message quotes it too.
      problem: error.message
        .replace(/^error parsing regexp: /, "")
        .replace("`(?s)", "`"),
      groups: 0,
      matches: () => true,
    };
  }
}
