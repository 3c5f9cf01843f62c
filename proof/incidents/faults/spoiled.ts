import type { Slo } from "../../../model/slo";
import type { Fault, Stretch } from "../incident";
import type { ObservedSeries } from "../../observed-series";
import { readSeries } from "../../series-text";
import { growthOf, grown, set, within } from "./growth";
import { PLACE } from "./place";

/** One series of an example: its name, what it counts, and by how much an event moves it. */
interface Part {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly amount: number;
}

const partsOf = (example: Readonly<Record<string, number>>): readonly Part[] =>
  Object.entries(example).map(([written, amount]) => {
    const { name, labels } = readSeries(written);
    return {
      name,
      labels: Object.fromEntries(
        Object.entries(labels).filter(([label]) => !PLACE.has(label)),
      ),
      amount,
    };
  });

/**
 * A share of what an SLO counts turns bad, as its own examples of a good and a bad event show it.
 *
 * @param share of the events, 0 to 1; of a measured value any share is wholly bad
 * @param among which places. @default all
 */
export const spoiled =
  (
    slo: Slo,
    share: number,
    among: (series: ObservedSeries) => boolean = () => true,
  ): Fault =>
  (world, stretch) => {
    const good = partsOf(slo.examples.good);
    const bad = partsOf(slo.examples.bad);
    const names = new Set(
      [...good, ...bad].flatMap(({ name }) => [
        name,
        name.replace(/_bucket$/u, "_sum"),
      ]),
    );
    const own = world.filter(
      (series) => names.has(series.name) && among(series),
    );
    const chosen = new Set(own);
    const rest = world.filter((series) => !chosen.has(series));
    if (slo.kind !== "request") {
      return [
        ...rest,
        ...own.map((series) => {
          const part = bad.find(
            ({ name, labels }, place) =>
              name === series.name &&
              agree(labels, series.labels) &&
              good[place]?.amount !== bad[place]?.amount,
          );
          if (part === undefined) return series;
          const before = good.find(
            ({ name, labels }) =>
              name === part.name && same(labels, part.labels),
          );
          return set(series, stretch, (healthy) =>
            before === undefined || before.amount === 0
              ? part.amount
              : (healthy * part.amount) / before.amount,
          );
        }),
      ];
    }
    return good.some(({ labels }) => "le" in labels)
      ? [...rest, ...slowed(own, bad, share, stretch)]
      : [...rest, ...failed(own, good, bad, share, stretch)];
  };

const agree = (
  wanted: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): boolean =>
  Object.entries(wanted).every(
    ([label, value]) => labels[label] === undefined || labels[label] === value,
  );

const same = (
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): boolean =>
  Object.keys({ ...a, ...b }).every((label) => a[label] === b[label]);

/** Observations move to the buckets above the objective, and take twice as long as allowed. */
function slowed(
  own: readonly ObservedSeries[],
  bad: readonly Part[],
  share: number,
  stretch: Stretch,
): readonly ObservedSeries[] {
  // The smallest bound that a bad observation is still within.
  const bound = Math.min(
    ...bad
      .filter(({ amount }) => amount > 0)
      .map(({ labels }) => boundOf(labels)),
  );
  const all = new Map(
    own
      .filter(({ labels }) => labels["le"] === "+Inf")
      .map((series) => [placedIn(series), growthOf(series)]),
  );
  return own.map((series) => {
    const growth = all.get(placedIn(series)) ?? [];
    const each = series.name.endsWith("_sum")
      ? bound
      : Number(boundOf(series.labels) >= bound);
    return grown(
      series,
      stretch,
      (healthy, minute) =>
        healthy * (1 - share) + share * each * (growth[minute] ?? 0),
    );
  });
}

/** What the series of one histogram at one place have in common. */
const placedIn = ({ name, labels }: ObservedSeries): string =>
  keyOf({
    name: name.replace(/_(?:bucket|sum)$/u, ""),
    labels: { ...labels, le: "" },
  });

const boundOf = ({ le = "+Inf" }: Readonly<Record<string, string>>): number =>
  le === "+Inf" ? Infinity : Number(le);

/** Events are counted as the bad example is, those of each pod and label set by themselves. */
function failed(
  own: readonly ObservedSeries[],
  good: readonly Part[],
  bad: readonly Part[],
  share: number,
  stretch: Stretch,
): readonly ObservedSeries[] {
  const [counted] = good;
  if (counted === undefined) return own;
  const goodNames = new Set(good.map(({ name }) => name));
  const after = new Map(
    own.map((series) => [
      keyOf(series),
      goodNames.has(series.name)
        ? grown(series, stretch, (healthy) => healthy * (1 - share))
        : series,
    ]),
  );
  for (const events of own.filter(({ name }) => name === counted.name)) {
    const growth = growthOf(events);
    countBad(
      after,
      own,
      events,
      good,
      bad,
      stretch,
      (minute) => share * (growth[minute] ?? 0),
    );
  }
  return [...after.values()];
}

/** Adds bad events to what counts them, where and with the labels that events have. */
function countBad(
  after: Map<string, ObservedSeries>,
  own: readonly ObservedSeries[],
  events: ObservedSeries,
  good: readonly Part[],
  bad: readonly Part[],
  stretch: Stretch,
  count: (minute: number) => number,
): void {
  for (const { name, labels, amount } of bad) {
    if (amount === 0) continue;
    const before = good.find((part) => part.name === name);
    const into = {
      name,
      labels:
        before === undefined
          ? { ...placeOf(events.labels), ...shared(events, labels, own, name) }
          : { ...events.labels, ...differing(before.labels, labels) },
    };
    const known = after.get(keyOf(into)) ?? {
      ...into,
      // Born with its first event, as an open label set is.
      values: events.values.map(() => undefined),
    };
    after.set(
      keyOf(into),
      added(known, stretch, (minute) => amount * count(minute)),
    );
  }
}

const keyOf = ({
  name,
  labels,
}: Pick<ObservedSeries, "name" | "labels">): string =>
  JSON.stringify([name, Object.entries(labels).sort()]);

const placeOf = (
  labels: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(labels).filter(([label]) => PLACE.has(label)),
  );

/** Of labels that both metrics have the event's own value, else the example's. */
const shared = (
  events: ObservedSeries,
  labels: Readonly<Record<string, string>>,
  own: readonly ObservedSeries[],
  name: string,
): Readonly<Record<string, string>> => {
  const known = own.find((series) => series.name === name)?.labels ?? labels;
  return Object.fromEntries(
    Object.entries(labels).map(([label, value]) => [
      label,
      label in known ? (events.labels[label] ?? value) : value,
    ]),
  );
};

const differing = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(after).filter(
      // The pod, route and service of an event stay its own.
      ([label, value]) => before[label] !== value,
    ),
  );

/** With this much more in each minute of a stretch; born with its first event. */
function added(
  series: ObservedSeries,
  stretch: Stretch,
  more: (minute: number) => number,
): ObservedSeries {
  let sum = 0;
  return {
    ...series,
    values: series.values.map((value, minute) => {
      if (within(stretch, minute)) sum += more(minute);
      return value === undefined && sum === 0 ? undefined : (value ?? 0) + sum;
    }),
  };
}

/**
 * A few events more, each bad, ten minutes apart.
 * @param count how many
 */
export const failures =
  (
    slo: Slo,
    count: number,
    among: (series: ObservedSeries) => boolean,
  ): Fault =>
  (world, stretch) => {
    const good = partsOf(slo.examples.good);
    const names = new Set([
      ...good.map(({ name }) => name),
      ...Object.keys(slo.examples.bad).map((each) => readSeries(each).name),
    ]);
    const own = world.filter(
      (series) => names.has(series.name) && among(series),
    );
    const events = own.find(({ name }) => name === good[0]?.name);
    if (events === undefined) return world;
    const after = new Map(own.map((series) => [keyOf(series), series]));
    const at = Array.from({ length: count }, (_, i) => stretch.from + 10 * i);
    countBad(
      after,
      own,
      events,
      good,
      partsOf(slo.examples.bad),
      stretch,
      (minute) => Number(at.includes(minute)),
    );
    const chosen = new Set(own);
    return [
      ...world.filter((series) => !chosen.has(series)),
      ...after.values(),
    ];
  };
