import type { SeriesOf } from "./known-series";
import { replacing } from "./spellings";
import type { CostLine, RuleRead } from "./system-cost";
import type { SystemSeries, TimedRule } from "./system-series";

/** What was worked out of a system, for those of which the same is asked. */
export interface WorkedOut {
  readonly key: string;
  readonly lines: readonly CostLine[];
  /** By the order of its rules; `undefined` of what each system has to work out for itself. */
  readonly reads: readonly (RuleRead | undefined)[];
  readonly seriesOf: SeriesOf;
}

/**
 * What may be known of others by this system.
 * @returns undefined where something that it records is a case of its own
 */
export function workedOut(
  key: string,
  lines: readonly CostLine[],
  rules: readonly (TimedRule & { readonly read: RuleRead })[],
  typical: SystemSeries,
  widest: SystemSeries,
): WorkedOut | undefined {
  const isOwnCase = ({ rule }: TimedRule): boolean =>
    typical.isOwnCase(rule) || widest.isOwnCase(rule);
  return rules.some((timed) => "record" in timed.rule && isOwnCase(timed))
    ? undefined
    : {
        key,
        lines,
        reads: rules.map((timed) =>
          isOwnCase(timed) ? undefined : timed.read,
        ),
        seriesOf: typical.seriesOf,
      };
}

/** A function of texts, of which few come again and again. */
function keptByText(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    const before = made.get(text);
    if (before !== undefined) return before;
    const after = make(text);
    made.set(text, after);
    return after;
  };
}

/** The same under the key of another system. */
export function renamed(known: WorkedOut, key: string): WorkedOut {
  const named = keptByText(replacing(known.key, key));
  const original = replacing(key, known.key);
  return {
    key,
    lines: known.lines.map((line) => ({ ...line, name: named(line.name) })),
    reads: known.reads.map(
      (read) => read && { ...read, unknown: read.unknown.map(named) },
    ),
    seriesOf: (name) =>
      known.seriesOf(original(name))?.map(({ labels, interval }) => ({
        labels: Object.fromEntries(
          Object.entries(labels).map(([label, value]) => [label, named(value)]),
        ),
        interval,
      })),
  };
}
