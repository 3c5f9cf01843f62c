/** A run of samples with constant growth, or a gap. */
type Stretch =
  | {
      readonly kind: "run";
      readonly start: number;
      readonly step: number;
      /** Number of samples, 1 or more. */
      readonly count: number;
    }
  | { readonly kind: "gap"; readonly count: number };

/**
 * Values of one input series in promtool's notation, which may be cut, extended and joined.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export type SeriesValues = readonly Stretch[];

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+|Inf|NaN)`;
const TOKEN = new RegExp(
  String.raw`^(?:(?<gap>_)(?:x(?<gaps>\d+))?|(?<start>${NUMBER})(?:(?<step>[-+](?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+))?x(?<times>\d+))?)$`,
);

/**
 * Parses `0+6x20 _x3 5`.
 * @throws Error naming the part that is not a number, a run or a gap; `stale` and histograms are
 * not supported
 */
export const readValues = (text: string): SeriesValues =>
  text
    .trim()
    .split(/\s+/)
    .map((token) => {
      const groups = TOKEN.exec(token)?.groups;
      if (groups === undefined) {
        throw new Error(
          `"${token}" in "${text}" is no run of values; write numbers, a+bxn, axn or _xn`,
        );
      }
      if (groups["gap"] !== undefined) {
        return { kind: "gap", count: Number(groups["gaps"] ?? 1) };
      }
      return {
        kind: "run",
        start: readNumber(groups["start"] ?? ""),
        step: Number(groups["step"] ?? 0),
        // The first value precedes the repetitions.
        count: Number(groups["times"] ?? 0) + 1,
      };
    });

const readNumber = (text: string): number =>
  Number(text.replace("Inf", "Infinity"));

/** Number of samples and gaps. */
export const lengthOf = (values: SeriesValues): number =>
  values.reduce((sum, { count }) => sum + count, 0);

/** Values in promtool's notation. */
export const writeValues = (values: SeriesValues): string =>
  values
    .filter(({ count }) => count > 0)
    .map((stretch) => {
      if (stretch.kind === "gap") return `_x${String(stretch.count)}`;
      const { start, step, count } = stretch;
      if (count === 1) return numberText(start);
      const growth =
        step === 0
          ? ""
          : `${step < 0 ? "-" : "+"}${numberText(Math.abs(step))}`;
      return `${numberText(start)}${growth}x${String(count - 1)}`;
    })
    .join(" ");

const numberText = (value: number): string =>
  String(value).replace("Infinity", "Inf");

/** Exactly this many samples: cut off, or extended by the last run. */
export function lasting(values: SeriesValues, length: number): SeriesValues {
  const kept: Stretch[] = [];
  let left = length;
  for (const stretch of values) {
    const count = Math.min(stretch.count, left);
    if (count > 0) kept.push({ ...stretch, count });
    left -= count;
  }
  const last = kept.at(-1);
  return left === 0 || last === undefined
    ? kept
    : [...kept.slice(0, -1), { ...last, count: last.count + left }];
}

/** The value of the last sample, if any. */
export const lastValue = (values: SeriesValues): number | undefined =>
  values
    .filter((stretch) => stretch.kind === "run")
    .map(({ start, step, count }) => start + step * (count - 1))
    .at(-1);

/** The same values, increased by this amount. */
export const raised = (values: SeriesValues, by: number): SeriesValues =>
  values.map((stretch) =>
    stretch.kind === "run"
      ? { ...stretch, start: stretch.start + by }
      : stretch,
  );

/** A gap of this many samples. */
export const gap = (count: number): SeriesValues =>
  count > 0 ? [{ kind: "gap", count }] : [];

/**
 * Samples in promtool's notation; what grows evenly takes one run. Undefined is a minute without a
 * sample: the first after a sample is the mark of a series' end, as scraping writes it when a
 * target is gone or refuses.
 * @param marked false where nobody scraped, so that nothing marks the end
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness
 */
export function writeRuns(
  samples: readonly (number | undefined)[],
  marked = true,
): string {
  const runs: (
    | { kind: "run"; start: number; step: number; count: number }
    | { kind: "gap"; count: number }
    | { kind: "end" }
  )[] = [];
  for (const sample of samples) {
    const last = runs.at(-1);
    if (sample === undefined) {
      if (last?.kind === "gap") last.count += 1;
      else if (last?.kind === "run" && marked) runs.push({ kind: "end" });
      else runs.push({ kind: "gap", count: 1 });
    } else if (last?.kind === "run" && last.count === 1) {
      last.step = sample - last.start;
      last.count = 2;
    } else if (
      last?.kind === "run" &&
      last.start + last.step * last.count === sample
    ) {
      last.count += 1;
    } else {
      runs.push({ kind: "run", start: sample, step: 0, count: 1 });
    }
  }
  return runs
    .map((run) => (run.kind === "end" ? "stale" : writeValues([run])))
    .join(" ");
}
