import { seconds } from "../model/duration";
import type { Duration } from "../model/duration";
import type { RuleGroup } from "../prometheus/rules/rule-group";
import { withValues } from "../prometheus/rules/with-values";
import type { LogCase, TimedStream } from "./log-case";

/** How long a condition must hold in a proof, where it must hold at all. */
export const SCALED_WAIT: Duration = seconds(2);

/** Lines as they are pushed to a Loki: `[nanoseconds, line, what is kept beside it]`. */
export interface PushedStream {
  readonly stream: Readonly<Record<string, string>>;
  readonly values: readonly (readonly [
    string,
    string,
    Readonly<Record<string, string>>,
  ])[];
}

/**
 * The lines of a case at the times at which they would be written if it began at `start`.
 *
 * @param start seconds since 1970
 * @param before leave out what is written later than this, in seconds from the beginning
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
        // Two equal lines of one moment would be one line to Loki.
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
 * @param wait how long its condition must hold: scaled down, or as shipped
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

/** How long a condition must hold in a proof: as long as shipped where that is nothing. */
export const scaledWait = ({ waits }: LogCase): Duration =>
  waits.milliseconds === 0 ? waits : SCALED_WAIT;
