import { seconds } from "../model/duration";
import type { Duration } from "../model/duration";
import type { RuleGroup } from "../prometheus/rules/rule-group";
import { withValues } from "../prometheus/rules/with-values";
import type { LogCase, TimedStream } from "./log-case";

/** Scaled-down `for` of conditions in a proof, if they have one. */
export const SCALED_WAIT: Duration = seconds(2);

/** Lines as they are pushed to Loki: `[nanoseconds, line, structured metadata]`. */
export interface PushedStream {
  readonly stream: Readonly<Record<string, string>>;
  readonly values: readonly (readonly [
    string,
    string,
    Readonly<Record<string, string>>,
  ])[];
}

/**
 * The lines of a case with the times they would have if it began at `start`.
 *
 * @param start seconds since 1970
 * @param before omit lines written later than this, in seconds from the start
 */
export const pushed = (
  streams: readonly TimedStream[],
  start: number,
  before = Infinity,
): readonly PushedStream[] =>
  streams.map(({ labels, lines }) => ({
    stream: labels,
    values: lines
      .filter(({ second }) => second <= before)
      .map(({ second, text, beside = {} }, index, all) => [
        // Loki stores two equal lines with the same timestamp as one.
        nanoseconds(start + second, index - firstOf(second, all)),
        text,
        beside,
      ]),
  }));

const firstOf = (second: number, lines: TimedStream["lines"]): number =>
  lines.findIndex((line) => line.second === second);

const nanoseconds = (second: number, more: number): string =>
  `${String(second)}${String(more).padStart(9, "0")}`;

/**
 * The rule of a case alone in a group that is evaluated every second.
 * @param wait its `for`: scaled down, or as deployed
 */
export const groupInProof = (
  { tenant, rule }: LogCase,
  wait: Duration,
): RuleGroup =>
  withValues({
    name: tenant,
    interval: "1s",
    rules: [{ ...rule, for: wait.toString() }],
  });

/** The `for` of a condition in a proof: scaled down, or zero if it has none. */
export const scaledWait = ({ waits }: LogCase): Duration =>
  waits.milliseconds === 0 ? waits : SCALED_WAIT;
