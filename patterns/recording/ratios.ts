import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { RecordingRule } from "../../model/recording-rule";
import type { Example } from "../../model/slo";
import { counters, onTwoPods } from "../counters";
import type { Growth } from "../counters";
import { eventCourses, keptLabels } from "../events";
import type { Outcomes } from "../events";
import { provedWindow, stretchesAround } from "../windows";
import type { Recorded, Shown } from "./recorded";

/** Two recorded rates, and their events. */
interface RecordedEvents {
  readonly events: Outcomes;
  /** Name of the recorded rate of bad events. */
  readonly bad: string;
  /** Name of the recorded rate of all events. */
  readonly total: string;
  /** Whether the ratio is of bad or of good events. */
  readonly shows: Shown;
}

const shown = (shows: Shown, badShare: string): string =>
  shows === "bad" ? badShare : `1 - ${badShare}`;

const value = (shows: Shown, badShare: number): number =>
  shows === "bad" ? badShare : 1 - badShare;

/** Current ratio of events, from two recorded rates; no sample without events. */
export function ratioNow({
  record,
  events,
  bad,
  total,
  shows,
}: Recorded & RecordedEvents): RecordingRule {
  const course = (good: number, wrong: number) =>
    counters(
      eventCourses(events, {
        good: [[10, good]],
        bad: [[10, wrong]],
      }),
    );
  return {
    record,
    expr: shown(shows, `${bad} / (${total} > 0)`),
    proof: {
      cases: [
        {
          name: "half of one in a second, a quarter goes wrong",
          series: course(22.5, 7.5),
          at: minutes(10),
          samples: [{ labels: keptLabels(events), value: value(shows, 0.25) }],
        },
        {
          name: "nothing happens",
          series: course(0, 0),
          at: minutes(10),
          samples: [],
        },
      ],
    },
  };
}

/**
 * Share of events over a window, from two recorded rates that are summed up: hours and days cost
 * one sample per evaluation and not every raw one, and each event counts alike, at night as at
 * noon.
 *
 * `slo:sli_error:ratio_period` of an SLO with the same events says nearly the same for less, but
 * not the same: it reads every fifth minute, bridges gaps of the recording, and follows a minute
 * later. So a ratio that is asked for by name is recorded as it is defined; 43,200 samples of two
 * series are a thousandth of a second.
 */
export function ratioOver({
  record,
  events,
  bad,
  total,
  shows,
  window,
  uncounted,
}: Recorded &
  RecordedEvents & {
    readonly window: Duration;
    /**
     * Series that each grow by one when an event fails that was counted among all before the
     * window: an old connection breaks. Then more may fail than there were, and the ratio is capped
     * at one.
     * @default failures are counted among all at the same time
     */
    readonly uncounted?: Example;
  }): RecordingRule {
  const range = `[${window.toString()}]`;
  const { evaluation, at } = provedWindow(window);
  const few = fewPerMinute(window, evaluation);
  const course = (good: number, wrong: number) => ({
    good: stretchesAround(window, { before: 0, within: good }),
    bad: stretchesAround(window, { before: 5, within: wrong }),
  });
  const still: Growth = [[at.milliseconds / 60_000, 0]];
  const share = `sum_over_time(${bad}${range})
  / (sum_over_time(${total}${range}) > 0)`;
  return {
    record,
    expr: shown(
      shows,
      uncounted === undefined ? share : `clamp_max(${share}, 1)`,
    ),
    proof: {
      cases: [
        {
          name: "everything went wrong before the window, a quarter of a few in its first half, and nothing happened since",
          series: counters(eventCourses(events, course(few * 3, few))),
          at,
          evaluation,
          samples: [{ labels: keptLabels(events), value: value(shows, 0.25) }],
        },
        {
          name: "nothing happens",
          series: counters(eventCourses(events, { good: still, bad: still })),
          at,
          evaluation,
          samples: [],
        },
        ...(uncounted === undefined
          ? []
          : [
              {
                name: "three times as much goes wrong as there is",
                series: counters([
                  ...eventCourses(events, course(few, few)),
                  ...onTwoPods(
                    uncounted,
                    stretchesAround(window, { before: 0, within: few * 5 }),
                  ),
                ]),
                at,
                evaluation,
                samples: [
                  { labels: keptLabels(events), value: value(shows, 1) },
                ],
              },
            ]),
      ],
    },
  };
}

/**
 * So few events that the sum of their rates stays below one, which a guard of one instead of zero
 * would hide; a power of two, which adds up exactly.
 */
const fewPerMinute = (window: Duration, evaluation: Duration): number => {
  const evaluations = (window.milliseconds / evaluation.milliseconds) * 0.4;
  return 2 ** Math.floor(Math.log2(60 / (evaluations + 1) / 4));
};
