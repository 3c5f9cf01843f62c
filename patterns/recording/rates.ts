import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { RecordingProof, RecordingRule } from "../../model/recording-rule";
import type { Example } from "../../model/slo";
import { counters, onTwoPods } from "../counters";
import type { Course } from "../counters";
import { eventCourses, keptLabels } from "../events";
import type { Attempts, Events, Outcomes } from "../events";
import { aggregated, rounded, silentAggregation } from "../query";
import { equalityMatchers, labelsIn, unrelatedSeries } from "../series";
import type { Labels } from "../series";
import { burstOfOnePerSecond, burstsAround } from "../windows";
import { RATE_WINDOW } from "./recorded";
import type { Recorded } from "./recorded";

const rate = (
  selector: string,
  by: readonly string[],
  window: Duration,
): string => aggregated("sum", by, `rate(${selector}[${window.toString()}])`);

const burstCase = (
  name: string,
  courses: readonly Course[],
  window: Duration,
  labels: Labels,
  value: number,
): RecordingProof["cases"][number] => ({
  name,
  series: counters(courses),
  at: minutes(window.seconds / 30),
  samples: [{ labels, value: rounded(value) }],
});

/** Rate of events per second: `sum(rate(shop_orders_total[5m]))`. */
export function eventRate({
  record,
  events,
}: Recorded & { readonly events: Outcomes }): RecordingRule {
  const often = burstOfOnePerSecond(RATE_WINDOW);
  return {
    record,
    expr: rate(events.total, events.by ?? [], RATE_WINDOW),
    proof: {
      cases: [
        burstCase(
          "what goes well and what goes wrong, on two pods",
          eventCourses(events, {
            good: burstsAround(RATE_WINDOW, {
              before: often,
              within: often * 0.2,
            }),
            bad: burstsAround(RATE_WINDOW, {
              before: often,
              within: often * 0.1,
            }),
          }),
          RATE_WINDOW,
          keptLabels(events),
          0.3,
        ),
      ],
    },
  };
}

/** Rate of a counter, per second, where no event is good or bad. */
export function counterRate({
  record,
  counter,
  example,
  by = [],
  window = RATE_WINDOW,
}: Recorded & {
  /** Selector of the counter: `cache_evictions_total{system="shop"}`. */
  readonly counter: string;
  /** Series that each grow by a number per event, with a value for the grouping labels. */
  readonly example: Example;
  /** Labels to group by. @default none */
  readonly by?: readonly string[];
  /** @default 5 minutes */
  readonly window?: Duration;
}): RecordingRule {
  const often = burstOfOnePerSecond(window);
  const [amount = 1] = Object.values(example);
  const growth = burstsAround(window, { before: often, within: often * 0.3 });
  return {
    record,
    expr: rate(counter, by, window),
    proof: {
      cases: [
        burstCase(
          "it happens on two pods",
          [
            ...onTwoPods(example, growth),
            // Others have three times as much of it.
            ...unrelatedSeries(counter, example).flatMap((each) =>
              onTwoPods(
                each,
                growth.map(([length, rate]) => [length, rate * 3] as const),
              ),
            ),
          ],
          window,
          labelsIn(example, by),
          0.3 * amount,
        ),
      ],
    },
  };
}

/**
 * Rate of bad events, per second, and zero before the first: a counter of errors without a first
 * error has no series, and a ratio would have no sample.
 */
export function errorRate({
  record,
  events,
}: Recorded & { readonly events: Events }): RecordingRule {
  const by = events.by ?? [];
  const bad = rate(events.bad, by, RATE_WINDOW);
  const total = rate(events.total, by, RATE_WINDOW);
  const often = burstOfOnePerSecond(RATE_WINDOW);
  const labels = keptLabels(events);
  const bursts = (within: number) =>
    burstsAround(RATE_WINDOW, { before: often, within: often * within });
  return {
    record,
    expr: `${bad}
  or 0 * ${total}`,
    proof: {
      cases: [
        burstCase(
          "some goes wrong on two pods",
          eventCourses(events, { good: bursts(0.2), bad: bursts(0.1) }),
          RATE_WINDOW,
          labels,
          0.1,
        ),
        {
          name: "nothing has gone wrong yet",
          series: onlyGood(events, [[10, 60]]),
          at: minutes(10),
          samples: [{ labels, value: 0 }],
        },
        {
          name: "the counter ended three minutes ago",
          series: onlyGood(events, [[7, 60]]),
          at: minutes(10),
          samples: [{ labels, value: 0 }],
        },
        {
          name: "the counter ended seven minutes ago",
          series: onlyGood(events, [[3, 60]]),
          at: minutes(10),
          samples: [],
        },
        ...(unrelatedSeries(events.total, events.examples.good).length === 0
          ? []
          : [
              {
                name: "only others are at work",
                series: counters(
                  unrelatedSeries(events.total, events.examples.good).map(
                    (example) => ({ example, growth: [[10, 60]] as const }),
                  ),
                ),
                at: minutes(10),
                samples: [],
              },
            ]),
      ],
      equivalent: silentAggregation({
        query: total,
        becomes: "avg",
        why: "zero times anything",
        after: [bad],
      }),
    },
  };
}

/**
 * Rate of bad events, per second, if a counter of good ones exists only: the difference to all. A
 * scrape between the two counters may see one good event too many; the result is never below zero.
 */
export function missingRate({
  record,
  events,
}: Recorded & { readonly events: Attempts }): RecordingRule {
  const by = events.by ?? [];
  const total = rate(events.total, by, RATE_WINDOW);
  const good = rate(events.good, by, RATE_WINDOW);
  const often = burstOfOnePerSecond(RATE_WINDOW);
  const labels = keptLabels(events);
  const onlyBad = Object.fromEntries(
    Object.entries(events.examples.bad).filter(([, amount]) => amount > 0),
  );
  const bursts = (within: number) =>
    burstsAround(RATE_WINDOW, { before: often, within: often * within });
  return {
    record,
    expr: `clamp_min(
  ${total}
    - (${good} or 0 * ${total}), 0)`,
    proof: {
      cases: [
        burstCase(
          "some goes wrong on two pods",
          [
            ...eventCourses(events, { good: bursts(0.2), bad: bursts(0.1) }),
            // All events of others are good.
            ...unrelatedSeries(events.good, events.examples.good).map(
              (example) => ({ example, growth: bursts(0.4) }),
            ),
          ],
          RATE_WINDOW,
          labels,
          0.1,
        ),
        {
          name: "nothing has gone well yet",
          series: counters(onTwoPods(onlyBad, bursts(0.1))),
          at: minutes(10),
          samples: [{ labels, value: 0.1 }],
        },
        {
          // Two of twelve samples in a minute remain; they count for two and a half minutes.
          name: "nothing has gone well, and the counter ended three minutes ago",
          series: counters(onTwoPods(onlyBad, [[7, 12]])),
          at: minutes(10),
          samples: [{ labels, value: 0.1 }],
        },
        {
          name: "more has gone well than is counted",
          series: counters([
            ...onTwoPods(events.examples.bad, bursts(0.1)),
            ...onTwoPods(succeeded(events), bursts(0.3)),
          ]),
          at: minutes(10),
          samples: [{ labels, value: 0 }],
        },
      ],
      equivalent: {
        ...silentAggregation({
          query: total,
          becomes: "avg",
          why: "zero times anything",
          after: [total, good],
        }),
        ...Object.fromEntries(
          [
            ...Object.entries(equalityMatchers(events.total)).map(
              ([label, value]) => `without ${label}="${value}"`,
            ),
            `${RATE_WINDOW.toString()} → ${minutes(RATE_WINDOW.seconds / 30).toString()}`,
          ].map((change) => [
            `${change} (#3)`,
            "a zero without anything that it is taken from means nothing",
          ]),
        ),
      },
    },
  };
}

/** Only the counter of good events. */
const succeeded = ({ examples }: Attempts): Example =>
  Object.fromEntries(
    Object.entries(examples.good).filter(
      ([series]) => (examples.bad[series] ?? 0) === 0,
    ),
  );

const onlyGood = (
  { examples }: Outcomes,
  growth: Course["growth"],
): ReturnType<typeof counters> => counters(onTwoPods(examples.good, growth));
