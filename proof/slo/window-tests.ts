import type { Duration } from "../../model/duration";
import { minutes } from "../../model/duration";
import { SLO_SERIES } from "../../prometheus/slo/slo-series";
import { BASE_WINDOW, lastBefore } from "../../prometheus/slo/tiles";
import type { GapTolerance, TiledWindow } from "../../prometheus/slo/tiles";
import type { ProofTest } from "../proof-subject";
import { gap, lasting, writeValues } from "../series-values";
import type { SeriesValues } from "../series-values";
import { at } from "./world";

const STEP = minutes(1).milliseconds;

/** The SLOs whose windows are tested. */
export interface WindowUnderTest {
  readonly window: TiledWindow;
  readonly which: "bad" | "total";
  readonly system: string;
  readonly slo: string;
  /** Whether the rule names its SLOs, because others of the system have another period. */
  readonly namesSlos: boolean;
}

/**
 * Tests a window of tiles with recorded tiles as input, since the gaps of a restart cannot come
 * from raw series. Each tile has a decimal place of its own, so the sum shows which were read, and
 * how often.
 */
export function windowTests(subject: WindowUnderTest): readonly ProofTest[] {
  const { window } = subject;
  const lookback = lastBefore(window.tile);
  const everyTile = digits(window, () => true);
  return [
    windowTest(
      subject,
      "every tile is present",
      window,
      // Two minutes earlier there was another value, which the arm for gaps must ignore.
      (end, index) => ({
        ...plateau(end, minutes(1)),
        before: 9 * 10 ** index,
      }),
      everyTile,
      2 * STEP,
    ),
    windowTest(
      subject,
      "an evaluation is missed at the end of every tile",
      window,
      // The last sample is four minutes old, still within the lookback of an instant query.
      (end) => plateau(end - 4 * STEP, minutes(1)),
      everyTile,
    ),
    ...(lookback === undefined
      ? [
          windowTest(
            subject,
            "every second tile is missing",
            window,
            (end, index) => plateau(index % 2 === 0 ? end : -1, minutes(1)),
            digits(window, (index) => index % 2 === 0),
          ),
        ]
      : [
          windowTest(
            subject,
            "a gap that is bridged at the end of every tile but the last",
            window,
            (end, index) =>
              plateau(
                index === 0 ? end : end - bridgeable(lookback),
                minutes(1),
              ),
            everyTile,
          ),
          ...[0, 1].map((odd) => tooLong(subject, lookback.range, odd)),
        ]),
    windowTest(
      subject,
      "the youngest tile is missing",
      window,
      (end, index) => plateau(index === 0 ? -1 : end, minutes(3)),
      digits(window, (index) => index > 0),
    ),
  ];
}

/**
 * The longest gap that is bridged: one step shorter than the lookback. {@link endOf} ensures that
 * it does not start at a multiple of two steps.
 */
const bridgeable = ({ range, step }: GapTolerance): number =>
  range.milliseconds - step.milliseconds;

/**
 * Every second tile ends in a gap as long as the lookback, just too long; the others are missing,
 * except the youngest. Where the lookback equals a tile, a sample too old for one tile belongs to
 * the next.
 */
function tooLong(
  subject: WindowUnderTest,
  range: Duration,
  odd: number,
): ProofTest {
  const { window } = subject;
  const moved = (index: number): boolean => index > 0 && index % 2 === odd;
  const isNextTile = range.milliseconds === window.tile.milliseconds;
  return windowTest(
    subject,
    `a gap that is too long at the end of every ${odd === 1 ? "odd" : "even"} tile`,
    window,
    (end, index) =>
      plateau(
        index === 0 ? end : moved(index) ? end - range.milliseconds : -1,
        minutes(1),
      ),
    digits(
      window,
      (index) =>
        index === 0 || (isNextTile && moved(index) && index + 1 < window.tiles),
    ),
  );
}

/** A run of samples whose last is at `end`. */
interface Plateau {
  readonly end: number;
  readonly length: number;
  /** Values of the four minutes before, instead of a gap. */
  readonly before?: number;
}

const plateau = (end: number, length: Duration): Plateau => ({
  end,
  length: length.milliseconds,
});

const digits = (
  { tiles }: TiledWindow,
  present: (index: number) => boolean,
): number =>
  Array.from({ length: tiles }, (_, index) =>
    present(index) ? 10 ** index : 0,
  ).reduce((sum, digit) => sum + digit, 0) / tiles;

function windowTest(
  { which, window, system, slo, namesSlos }: WindowUnderTest,
  name: string,
  { tile, tiles }: TiledWindow,
  tileAt: (end: number, index: number) => Plateau,
  value: number,
  later = 0,
): ProofTest {
  const end = endOf(window) + later;
  const plateaus = Array.from({ length: tiles }, (_, index) => ({
    ...tileAt(end - index * tile.milliseconds, index),
    value: 10 ** index,
  })).filter((each) => each.end >= 0);
  const series = SLO_SERIES.events(which, tile);
  const neighbours = [
    `system="neighbour", slo="${slo}"`,
    ...(namesSlos ? [`system="${system}", slo="of-another-period"`] : []),
  ];
  return {
    name,
    interval: at(STEP),
    evaluationInterval: at(end),
    series: {
      [`${series}{system="${system}", slo="${slo}"}`]: writeValues(
        samples(plateaus),
      ),
      ...Object.fromEntries(
        neighbours.map((labels) => [
          `${series}{${labels}}`,
          `5x${String(end / STEP)}`,
        ]),
      ),
    },
    checks: [
      {
        kind: "samples",
        at: at(end),
        expr: "$rule",
        samples: [
          {
            labels: `$rule{system="${system}", slo="${slo}"}`,
            value,
          },
        ],
      },
    ],
  };
}

/**
 * A time long after the start at which the gap begins at an odd multiple of the lookback's step.
 */
function endOf({ length, tile }: TiledWindow): number {
  const lookback = lastBefore(tile);
  const begin = Math.ceil(length.milliseconds * 1.5);
  if (lookback === undefined) return roundUp(begin, BASE_WINDOW.milliseconds);
  const { step } = lookback;
  const two = 2 * step.milliseconds;
  return roundUp(begin, two) + bridgeable(lookback) + step.milliseconds;
}

const roundUp = (value: number, unit: number): number =>
  Math.ceil(value / unit) * unit;

function samples(
  plateaus: readonly (Plateau & { readonly value: number })[],
): SeriesValues {
  const values: SeriesValues[] = [];
  let next = 0;
  for (const { end, length, value, before } of [...plateaus].reverse()) {
    const first = Math.max(next, (end - length) / STEP + 1);
    const last = end / STEP;
    const earlier = before === undefined ? 0 : Math.min(4, first - next);
    values.push(
      gap(first - next - earlier),
      lasting(
        [{ kind: "run", start: before ?? 0, step: 0, count: 1 }],
        earlier,
      ),
      [{ kind: "run", start: value, step: 0, count: last - first + 1 }],
    );
    next = last + 1;
  }
  return values.flat();
}
