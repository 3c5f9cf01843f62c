import { foundIn } from "../promtool-difference";
import { readSeries } from "../series-text";
import type { NamedSeries } from "../series-text";

/** An alert and the minutes in which it is pending and fires: each from, and until before. */
export interface AlertCourse {
  /** All labels of the alert, `alertname` too. */
  readonly labels: Readonly<Record<string, string>>;
  readonly pending: readonly Span[];
  readonly firing: readonly Span[];
}

/** Minutes from the first to before the second. */
export type Span = readonly [from: number, until: number];

/** What the engine is asked each minute; nothing is expected, so that it says what there is. */
export const ALERTS = "ALERTS";

/**
 * The course of each alert, from what promtool says of a world in which {@link ALERTS} was asked
 * each minute.
 *
 * @param says its messages, one for each minute in which any alert is pending or fires
 * @returns undefined if it says anything else: then a rule failed
 */
export function coursesFrom(
  says: readonly string[],
): readonly AlertCourse[] | undefined {
  const courses = new Map<string, Minutes>();
  for (const each of says) {
    const found = foundIn(each);
    if (found === undefined) return undefined;
    const minute = found.at / 60;
    for (const { series } of found.samples) {
      const { alertstate, ...labels } = labelsIn(series);
      const key = JSON.stringify(labels);
      const course = courses.get(key) ?? { labels, pending: [], firing: [] };
      course[alertstate === "firing" ? "firing" : "pending"].push(minute);
      courses.set(key, course);
    }
  }
  return coursesOfMinutes([...courses.values()]);
}

/** The minutes in which one alert is pending and fires, in order. */
interface Minutes {
  readonly labels: Readonly<Record<string, string>>;
  readonly pending: number[];
  readonly firing: number[];
}

/** Courses from minutes, in the order in which they fire. */
export const coursesOfMinutes = (
  alerts: readonly Minutes[],
): readonly AlertCourse[] =>
  alerts
    .map(({ labels, pending, firing }) => ({
      labels,
      pending: spans(pending),
      firing: spans(firing),
    }))
    .sort(byStart);

const byStart = (a: AlertCourse, b: AlertCourse): number =>
  (a.firing[0]?.[0] ?? Infinity) - (b.firing[0]?.[0] ?? Infinity) ||
  (a.labels["alertname"] ?? "").localeCompare(b.labels["alertname"] ?? "");

/** An alert is written in each minute of its course. */
const read = new Map<string, NamedSeries["labels"]>();

function labelsIn(written: string): NamedSeries["labels"] {
  const labels = read.get(written) ?? readSeries(written).labels;
  read.set(written, labels);
  return labels;
}

function spans(minutes: readonly number[]): readonly Span[] {
  const all: [number, number][] = [];
  for (const minute of minutes) {
    const last = all.at(-1);
    if (last?.[1] === minute) last[1] = minute + 1;
    else all.push([minute, minute + 1]);
  }
  return all;
}
