import { readQuery } from "../../query/promql/read-query";
import { selectorOf } from "../../query/promql/tree";
import { lengthOf } from "../test-file";

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

/** One difference that promtool found between what it was told to expect and what there is. */
const DIFFERENCE =
  /^\s*expr: .*, time: (?<time>\S+),\n\s*exp: nil\n\s*got: (?<got>.*)$/su;

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
    const { time, got } = DIFFERENCE.exec(each)?.groups ?? {};
    if (time === undefined || got === undefined) return undefined;
    const minute = lengthOf(time) / 60;
    for (const [, sample = ""] of got.matchAll(SAMPLE)) {
      const { alertstate, ...labels } = labelsIn(sample);
      const key = JSON.stringify(labels);
      const course = courses.get(key) ?? { labels, pending: [], firing: [] };
      course[alertstate === "firing" ? "firing" : "pending"].push(minute);
      courses.set(key, course);
    }
  }
  return [...courses.values()]
    .map(({ labels, pending, firing }) => ({
      labels,
      pending: spans(pending),
      firing: spans(firing),
    }))
    .sort(byStart);
}

interface Minutes {
  readonly labels: Readonly<Record<string, string>>;
  readonly pending: number[];
  readonly firing: number[];
}

const byStart = (a: AlertCourse, b: AlertCourse): number =>
  (a.firing[0]?.[0] ?? Infinity) - (b.firing[0]?.[0] ?? Infinity) ||
  (a.labels["alertname"] ?? "").localeCompare(b.labels["alertname"] ?? "");

/** `{a="b"} 1E+00, {a="c"} 1E+00` */
const SAMPLE = /(\{(?:[^"{}]|"(?:[^"\\]|\\.)*")*\}) \S+?(?=, \{|$)/gu;

/** The engine writes labels as a selector. */
function labelsIn(written: string): Readonly<Record<string, string>> {
  const known = read.get(written);
  if (known !== undefined) return known;
  const query = readQuery(written);
  const node = query.top.getChild("VectorSelector");
  if (node === null) throw new Error(`promtool wrote no labels: ${written}`);
  const labels = Object.fromEntries(
    selectorOf(query, node)
      .matchers.filter(({ label }) => label !== "__name__")
      .map(({ label, value }) => [label, value]),
  );
  read.set(written, labels);
  return labels;
}

/** An alert is written in each minute of its course. */
const read = new Map<string, Readonly<Record<string, string>>>();

function spans(minutes: readonly number[]): readonly Span[] {
  const all: [number, number][] = [];
  for (const minute of minutes) {
    const last = all.at(-1);
    if (last?.[1] === minute) last[1] = minute + 1;
    else all.push([minute, minute + 1]);
  }
  return all;
}
