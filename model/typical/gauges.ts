import type { Gauge, MetricContract } from "../metric";
import { levelAt } from "./course";
import { isSame, typicalSets } from "./label-sets";
import type { LabelSet } from "./label-sets";

/** A label set of a gauge, and what each place that exposes it shows. */
export interface SetLevel {
  readonly labels: LabelSet;
  /**
   * @param at seconds since 1970
   * @param place which of the places
   * @param places how many there are
   */
  readonly valueAt: (at: number, place: number, places: number) => number;
}

/** What each label set of a gauge shows; nothing where nothing is said of it. */
export function gaugeLevels(
  { labels = {}, typical }: Gauge,
  contract: MetricContract,
): readonly SetLevel[] {
  if (typical === undefined) return [];
  if (typical.kind === "left-by") return leftBy(typical.part, contract);
  return typicalSets(labels, typical).map(
    ({ labels: set, typical: value }, ofSet) => ({
      labels: set,
      valueAt: (at, place, places) =>
        levelAt(value, at, ofSet * places + place),
    }),
  );
}

/** The whole without its part, where both have the same labels. */
function leftBy(name: string, contract: MetricContract): readonly SetLevel[] {
  const part = partOfWhole(name, contract);
  if (part === undefined) return [];
  const wholes = gaugeLevels(part.whole, contract);
  return gaugeLevels(part.gauge, contract).flatMap(({ labels, valueAt }) => {
    const whole = wholes.find((each) => isSame(each.labels, labels));
    return whole === undefined
      ? []
      : [
          {
            labels,
            valueAt: (...when) => whole.valueAt(...when) - valueAt(...when),
          },
        ];
  });
}

/** A gauge with the gauge that it is a part of, if both say themselves what they show. */
export function partOfWhole(
  name: string,
  contract: MetricContract,
): { readonly gauge: Gauge; readonly whole: Gauge } | undefined {
  const gauge = statedGauge(name, contract);
  const whole =
    gauge?.partOf === undefined
      ? undefined
      : statedGauge(gauge.partOf, contract);
  return gauge === undefined || whole === undefined
    ? undefined
    : { gauge, whole };
}

function statedGauge(
  name: string,
  contract: MetricContract,
): Gauge | undefined {
  const metric = Object.hasOwn(contract, name) ? contract[name] : undefined;
  return metric?.type === "gauge" &&
    metric.typical !== undefined &&
    metric.typical.kind !== "left-by"
    ? metric
    : undefined;
}
