import type { Duration } from "../../model/duration";
import { inWords } from "../../model/duration-words";
import { countedBy } from "../anomaly/enough";
import { RATE_WINDOW } from "../recording/recorded";
import type { Growth } from "../counters";
import type { AlertFields } from "./expected-texts";

/** Where events are counted: by a recorded rate, per second, or by the selector of a counter. */
export type CountedBy =
  { readonly rate: string } | { readonly counter: string };

/** All events of which some are bad, for the message. */
export type AllEvents = CountedBy & {
  /** What the bad ones among them are, after a number: `requests ended with a server error`. */
  readonly bad: string;
};

/** Events whose counts a message gives. */
export interface CountedEvents {
  readonly bad: CountedBy;
  readonly all: AllEvents;
  readonly window: Duration;
  /** Labels of the alert, which select its events. @default none */
  readonly by?: readonly string[];
}

/**
 * How many events there were within a window: a template, which Prometheus fills in when it writes
 * the message. Of a recorded rate it is the number that a condition compares.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/#queries
 */
function countTemplate(
  events: CountedBy,
  window: Duration,
  by: readonly string[],
): string {
  // %q writes a text in quotes, as PromQL reads it.
  const matchers = by.map((label) => `${label}=%q`);
  const counted =
    "rate" in events
      ? countedBy(selecting(events.rate, matchers), window)
      : `sum(increase(${selecting(events.counter, matchers)}[${window.toString()}]))`;
  const text = `"round(${counted})"`.replaceAll(/(?!^)"(?!$)/g, '\\"');
  const asked =
    by.length === 0
      ? text
      : `printf ${text} ${by.map((label) => `$labels.${label}`).join(" ")}`;
  return `{{ with ${asked} | query }}{{ . | first | value | printf "%.0f" }}{{ else }}?{{ end }}`;
}

/** A selector with further matchers. */
const selecting = (selector: string, matchers: readonly string[]): string => {
  if (matchers.length === 0) return selector;
  const end = selector.lastIndexOf("}");
  return end < 0
    ? `${selector}{${matchers.join(", ")}}`
    : `${selector.slice(0, end)}, ${matchers.join(", ")}}`;
};

const templates = ({ bad, all, window, by = [] }: CountedEvents) => ({
  bad: countTemplate(bad, window, by),
  all: countTemplate(all, window, by),
});

/** `3 of 12 requests failed in 5 minutes.`, with templates for both numbers. */
export function countsSentence(counted: CountedEvents): string {
  const { bad, all } = templates(counted);
  return `${bad} of ${all} ${counted.all.bad} in ${inWords(counted.window)}.`;
}

/** The fields of an alert, whose description ends with the sentence. */
export const withCounts = (
  { description, ...fields }: AlertFields,
  counted: CountedEvents,
): AlertFields => ({
  ...fields,
  description:
    description === undefined
      ? countsSentence(counted)
      : `${description}${/[.!?]$/.test(description) ? "" : "."} ${countsSentence(counted)}`,
});

/** What is written for the templates at an evaluation of a proof. */
export function writtenCounts(
  counted: CountedEvents,
  events: { readonly bad: Growth; readonly all: Growth },
  at: Duration,
): ReadonlyMap<string, string> {
  const { window, bad, all } = counted;
  const template = templates(counted);
  const written = (by: CountedBy, growth: Growth): string =>
    String(Math.round(countedAt(by, growth, window, at)));
  return new Map([
    [template.all, written(all, events.all)],
    [template.bad, written(bad, events.bad)],
  ]);
}

/** Proofs have a sample and an evaluation each minute. */
const MINUTE = 60;

/**
 * The number as an engine computes it: the mean of a recorded rate, or the increase of a counter.
 * Early in a proof a rate knows few samples, and the window few rates.
 */
function countedAt(
  by: CountedBy,
  growth: Growth,
  window: Duration,
  at: Duration,
): number {
  const total = totals(growth);
  const now = at.seconds / MINUTE;
  if ("counter" in by) return increaseAt(total, now, window);
  const first = Math.max(1, now - window.seconds / MINUTE + 1);
  let sum = 0;
  for (let minute = first; minute <= now; minute++) {
    sum += increaseAt(total, minute, RATE_WINDOW) / RATE_WINDOW.seconds;
  }
  return (sum / (now - first + 1)) * window.seconds;
}

/** Events until each minute. */
function totals(growth: Growth): readonly number[] {
  const until = [0];
  for (const [length, perMinute] of growth) {
    for (let minute = 0; minute < length; minute++) {
      until.push((until.at(-1) ?? 0) + perMinute);
    }
  }
  return until;
}

/**
 * `increase()` of a counter that began at minute 0 with a high value. Prometheus extends what the
 * samples show to the window's start, or by half a minute where that is far.
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#increase
 */
function increaseAt(
  total: readonly number[],
  minute: number,
  window: Duration,
): number {
  const start = minute - window.seconds / MINUTE;
  const first = Math.max(0, start + 1);
  const between = minute - first;
  const before = first - start;
  const grown = (total[minute] ?? 0) - (total[first] ?? 0);
  return (grown * (between + (before <= 1 ? before : 0.5))) / between;
}
