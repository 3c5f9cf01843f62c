import type { Example } from "../model/slo";
import { exampleWith, labelsIn, unrelatedSeries } from "./series";
import type { Labels } from "./series";
import type { Growth, Course } from "./counters";
import { onTwoPods } from "./counters";

/**
 * Something that happens again and again and may go wrong: requests, jobs, runs. From it come
 * rates, ratios, alerts and a promise.
 */
export interface Outcomes {
  /** Selector of the counter of all of them: `api_requests_total{system="shop"}`. */
  readonly total: string;
  /** Labels that are kept apart. @default none */
  readonly by?: readonly string[];
  /**
   * Series that each grow by one when it goes well, and when it goes wrong; the kept labels have a
   * value there. The same shape as an SLO's examples, which they become.
   */
  readonly examples: { readonly good: Example; readonly bad: Example };
}

/** Those where a counter tells what went wrong. */
export interface Events extends Outcomes {
  /** Selector of those that went wrong, of the same counter or one of its own. */
  readonly bad: string;
}

/** Those where a counter tells only what went well: checks, and checks that succeeded. */
export interface Attempts extends Outcomes {
  /** Selector of those that went well, of a counter of their own. */
  readonly good: string;
}

/** Labels of what is recorded about events: those that are kept, with the example's values. */
export const keptLabels = ({ by = [], examples }: Outcomes): Labels =>
  labelsIn({ ...examples.good, ...examples.bad }, by);

/**
 * How often it goes well and goes wrong, on two pods each; and like events of others, which count
 * for nothing.
 */
export const eventCourses = (
  events: Outcomes,
  { good, bad }: { readonly good: Growth; readonly bad: Growth },
): readonly Course[] => [
  ...onTwoPods(events.examples.good, good),
  ...onTwoPods(events.examples.bad, bad),
  ...strangeEvents(events, bad),
];

/** Events like these that belong to others: they go wrong all the time. */
const strangeEvents = (events: Outcomes, like: Growth): readonly Course[] =>
  unrelatedSeries(events.total, events.examples.bad).map((example) => ({
    example: exampleWith(example, { pod: "other" }),
    growth: like.map(([length]) => [length, 7] as const),
  }));
