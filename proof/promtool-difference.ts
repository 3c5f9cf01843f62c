import { lengthOf } from "./test-file";

/** What promtool found where nothing was expected. */
export interface Found {
  /** Seconds from the first sample. */
  readonly at: number;
  readonly samples: readonly {
    /** As promtool writes it, with its name as a label: `{__name__="up", job="a"}`. */
    readonly series: string;
    readonly value: string;
  }[];
}

const DIFFERENCE =
  /^\s*expr: .*, time: (?<time>\S+),\s*\n\s*exp: nil\s*\n\s*got: (?<got>.*)$/su;

/** `{a="b"} 1E+00, {a="c"} 1E+00` */
const SAMPLE = /(\{(?:[^"{}]|"(?:[^"\\]|\\.)*")*\}) (\S+?)(?=, \{|\s*$)/gu;

/**
 * What promtool says of an expression of which nothing was expected: a test may ask so what there
 * is. Undefined if it says anything else, such as that a rule failed.
 */
export function foundIn(says: string): Found | undefined {
  const { time, got } = DIFFERENCE.exec(says)?.groups ?? {};
  return time === undefined || got === undefined
    ? undefined
    : {
        at: lengthOf(time),
        samples: [...got.matchAll(SAMPLE)].map(
          ([, series = "", value = ""]) => ({ series, value }),
        ),
      };
}
