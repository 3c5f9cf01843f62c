import type { Example } from "../model/slo";
import { exampleWith, labelsIn, unrelatedSeries } from "./series";
import type { Labels } from "./series";
import type { Growth, Course } from "./counters";
import { onTwoPods } from "./counters";

/**
 * Events that may fail: requests, jobs, runs. Rates, ratios, alerts and an SLO derive from them.
 */
export interface Outcomes {
  /** Selector of the counter of all of them: `api_requests_total{system="shop"}`. */
  readonly total: string;
  /** Labels to group by. @default none */
  readonly by?: readonly string[];
  /**
   * Series that each grow by one on a good event, and on a bad one, with a value for the grouping
   * labels. The same shape as an SLO's examples, which they become.
   */
  readonly examples: { readonly good: Example; readonly bad: Example };
}

/** Events with a counter of bad ones. */
export interface Events extends Outcomes {
  /** Selector of bad events, of the same counter or one of its own. */
  readonly bad: string;
}

/** Events with a counter of good ones only: checks, and checks that succeeded. */
export interface Attempts extends Outcomes {
  /** Selector of good events, of a counter of its own. */
  readonly good: string;
}

/** Labels of recorded series about events: the grouping labels, with the example's values. */
export const keptLabels = ({ by = [], examples }: Outcomes): Labels =>
  labelsIn({ ...examples.good, ...examples.bad }, by);

/** Good and bad events, on two pods each; and similar events of others, which must not count. */
export const eventCourses = (
  events: Outcomes,
  { good, bad }: { readonly good: Growth; readonly bad: Growth },
): readonly Course[] => [
  ...onTwoPods(events.examples.good, good),
  ...onTwoPods(events.examples.bad, bad),
  ...strangeEvents(events, bad),
];

/** Similar events of others: they fail all the time. */
const strangeEvents = (events: Outcomes, like: Growth): readonly Course[] =>
  unrelatedSeries(events.total, events.examples.bad).map((example) => ({
    example: exampleWith(example, { pod: "other" }),
    growth: like.map(([length]) => [length, 7] as const),
  }));
