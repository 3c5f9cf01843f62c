import { RE2JS, RE2JSException } from "re2js";

/**
 * A regular expression as Prometheus, Alertmanager, Loki and Alloy read it: RE2, which is also that
 * of Go.
 */
export interface Pattern {
  /** Why the engines refuse it, in their words; absent where it is right. */
  readonly problem?: string;
  /** How many groups capture; 0 where it is refused. */
  readonly groups: number;
  /**
   * Whether the whole text matches, with `.` for a line break too, as in a matcher of Prometheus.
   * Everything does where it is refused.
   */
  readonly matches: (text: string) => boolean;
}

/** The same few patterns are asked for by every query and every route. */
const known = new Map<string, Pattern>();

/**
 * Reads a regular expression as the engines do.
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
      // The flag is put in front of the pattern, and so into what is quoted of it.
      problem: error.message
        .replace(/^error parsing regexp: /, "")
        .replace("`(?s)", "`"),
      groups: 0,
      matches: () => true,
    };
  }
}
