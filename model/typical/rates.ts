import type { Counter, Histogram, MetricContract, Summary } from "../metric";
import { typicalSets } from "./label-sets";
import type { LabelSet, TypicalSet } from "./label-sets";
import type { Observed, Percentiles, Rate } from "./typical";

/** A label set of a counter or a histogram, and what the whole system counts of it. */
export interface SetRate {
  readonly labels: LabelSet;
  readonly rate: Rate;
}

/** A label set of a histogram, how much it observes, and how that is distributed. */
export interface SetObservations extends SetRate {
  readonly percentiles: Percentiles;
}

/** What each label set of a counter counts; nothing where nothing is said of it. */
export const counterRates = ({
  labels = {},
  typical,
}: Counter): readonly SetRate[] =>
  typical === undefined
    ? []
    : typicalSets(labels, typical).map(
        ({ labels: set, typical: rate, among }) => ({
          labels: set,
          rate: { ...rate, perSecond: rate.perSecond / among },
        }),
      );

/** What each label set of a histogram observes; the rates may be those of a counter. */
export function histogramRates(
  { labels = {}, typical }: Histogram | Summary,
  contract: MetricContract,
): readonly SetObservations[] {
  if (typical === undefined) return [];
  const sets = typicalSets(labels, typical);
  const ofCounters = new Map<string, RateOfSet>();
  return sets.flatMap((set) => {
    const { rate } = set.typical;
    const found =
      rate.kind === "events-of"
        ? ofCounter(rate.counter)(set.labels)
        : { ...rate, perSecond: rate.perSecond / set.among };
    return found === undefined
      ? []
      : [{ labels: set.labels, rate: found, percentiles: set.typical }];
  });

  function ofCounter(counter: string): RateOfSet {
    const rates =
      ofCounters.get(counter) ?? ratesOfEvents(counter, sets, contract);
    ofCounters.set(counter, rates);
    return rates;
  }
}

type RateOfSet = (set: LabelSet) => Rate | undefined;

/**
 * What a counter of the same events counts with the labels that it shares with a set. Sets of the
 * counter's events that differ in other labels only divide it evenly; a set that the counter lacks
 * observes nothing.
 */
function ratesOfEvents(
  counter: string,
  sets: readonly TypicalSet<Observed>[],
  contract: MetricContract,
): RateOfSet {
  const source = contract[counter];
  if (source?.type !== "counter") return () => undefined;
  const ofCounter = sets.filter(
    ({ typical: { rate } }) =>
      rate.kind === "events-of" && rate.counter === counter,
  );
  const shared = Object.keys(source.labels ?? {}).filter((label) =>
    ofCounter.some(({ labels }) => Object.hasOwn(labels, label)),
  );
  const rates = counterRates(source);
  return (set) => {
    const alike = ({ labels }: { readonly labels: LabelSet }): boolean =>
      shared.every((label) => labels[label] === set[label]);
    const same = rates.filter(alike);
    return same.length === 0
      ? undefined
      : {
          kind: "rate",
          counts: "events",
          perSecond:
            same.reduce((sum, { rate }) => sum + rate.perSecond, 0) /
            ofCounter.filter(alike).length,
          scheduled: same.every(({ rate }) => rate.scheduled === true),
        };
  };
}
