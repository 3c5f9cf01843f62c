/** A stretch of samples that grow by a constant, or of no samples. */
type Stretch =
  | {
      readonly kind: "run";
      readonly start: number;
      readonly step: number;
      /** Samples, 1 or more. */
      readonly count: number;
    }
  | { readonly kind: "gap"; readonly count: number };

/**
 * Values of one input series in promtool's short notation, which may be cut, continued and joined.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export type SeriesValues = readonly Stretch[];

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+|Inf|NaN)`;
const TOKEN = new RegExp(
  String.raw`^(?:(?<gap>_)(?:x(?<gaps>\d+))?|(?<start>${NUMBER})(?:(?<step>[-+](?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+))?x(?<times>\d+))?)$`,
);

/**
 * Reads `0+6x20 _x3 5`.
 * @throws Error naming the part that is neither a number, a run nor a gap; `stale` and histograms
 *   are not read
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
        // The first value stands before the repetitions.
        count: Number(groups["times"] ?? 0) + 1,
      };
    });

const readNumber = (text: string): number =>
  Number(text.replace("Inf", "Infinity"));

/** How many samples or gaps there are. */
export const lengthOf = (values: SeriesValues): number =>
  values.reduce((sum, { count }) => sum + count, 0);

/** Values as promtool reads them. */
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

/** Exactly so many samples: the rest is cut off, or the last stretch goes on as it was. */
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

/** The value of the last sample, if there is one. */
export const lastValue = (values: SeriesValues): number | undefined =>
  values
    .filter((stretch) => stretch.kind === "run")
    .map(({ start, step, count }) => start + step * (count - 1))
    .at(-1);

/** The same, this much higher. */
export const raised = (values: SeriesValues, by: number): SeriesValues =>
  values.map((stretch) =>
    stretch.kind === "run"
      ? { ...stretch, start: stretch.start + by }
      : stretch,
  );

/** No samples for so long. */
export const gap = (count: number): SeriesValues =>
  count > 0 ? [{ kind: "gap", count }] : [];

/** Growth by the same amount from one sample to the next; the first sample has grown already. */
export const growing = (
  from: number,
  step: number,
  count: number,
): SeriesValues =>
  count > 0 ? [{ kind: "run", start: from + step, step, count }] : [];
