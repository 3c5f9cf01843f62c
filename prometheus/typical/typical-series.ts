import type { Metric, MetricContract } from "../../model/metric";
import type { Service } from "../../model/service";
import { counted, levelAt } from "../../model/typical/course";
import { meanOf, shareUpTo } from "../../model/typical/distribution";
import { typicalSets } from "../../model/typical/label-sets";
import { counterRates, histogramRates } from "../../model/typical/rates";
import type { SetObservations, SetRate } from "../../model/typical/rates";
import { instancesOf } from "./instances";
import type { Instance } from "./instances";

/** A moment in the life of a healthy system. */
export interface Moment {
  /** Seconds since 1970. */
  readonly at: number;
  /** Seconds since the start, each multiplied by the share of the traffic of its hour. */
  readonly busy: number;
}

/** One series of a healthy system. */
export interface TypicalSeries {
  readonly name: string;
  readonly labels: Instance;
  readonly valueAt: (moment: Moment) => number;
}

/** How long it had counted before the start, in seconds: no counter begins at 0. */
const COUNTED_BEFORE = 3 * 86_400;

/**
 * Every series of a system's contract, as its scrapes show it while it is healthy.
 * @param most how many of a target's pods at most. @default 2: more show the same
 */
export const typicalSeries = (
  service: Service,
  most?: number,
): readonly TypicalSeries[] =>
  Object.entries(service.metrics).flatMap(([name, metric]) =>
    seriesOf(
      name,
      metric,
      service.metrics,
      instancesOf(service, name, metric, most),
    ),
  );

/** The series of one metric, from each of the places that expose it. */
export function seriesOf(
  name: string,
  metric: Metric,
  contract: MetricContract,
  instances: readonly Instance[],
): readonly TypicalSeries[] {
  switch (metric.type) {
    case "counter":
      return shared(counterRates(metric), instances).map(
        ({ labels, set, index }) => ({
          name,
          labels,
          valueAt: (moment) => countOf(set, moment, instances.length, index),
        }),
      );
    case "histogram":
      return shared(histogramRates(metric, contract), instances).flatMap(
        ({ labels, set, index }) =>
          histogramSeries(name, metric.buckets, labels, set, (moment) =>
            countOf(set, moment, instances.length, index),
          ),
      );
    case "gauge": {
      const { typical } = metric;
      if (typical === undefined) return [];
      return shared(typicalSets(metric.labels ?? {}, typical), instances).map(
        ({ labels, set, index }) => ({
          name,
          labels,
          valueAt: ({ at }) => levelAt(set.typical, at, index),
        }),
      );
    }
  }
}

/** Each label set at each instance. What both set is the instance's, as a scrape decides it. */
const shared = <S extends { readonly labels: Instance }>(
  sets: readonly S[],
  instances: readonly Instance[],
): readonly {
  readonly labels: Instance;
  readonly set: S;
  readonly index: number;
}[] =>
  sets.flatMap((set, ofSet) =>
    instances.map((instance, ofInstance) => ({
      labels: { ...set.labels, ...instance },
      set,
      index: ofSet * instances.length + ofInstance,
    })),
  );

const countOf = (
  { rate }: SetRate,
  { busy }: Moment,
  among: number,
  index: number,
): number =>
  counted(
    rate,
    busy,
    among,
    index,
    Math.floor((rate.perSecond * COUNTED_BEFORE) / among) + 17,
  );

function histogramSeries(
  name: string,
  bounds: readonly number[],
  labels: Instance,
  { percentiles }: SetObservations,
  count: (moment: Moment) => number,
): readonly TypicalSeries[] {
  const mean = meanOf(percentiles);
  return [
    ...bounds.map((bound) => {
      const share = shareUpTo(bound, percentiles);
      return {
        name: `${name}_bucket`,
        labels: { ...labels, le: String(bound) },
        valueAt: (moment: Moment) => Math.floor(count(moment) * share),
      };
    }),
    {
      name: `${name}_bucket`,
      labels: { ...labels, le: "+Inf" },
      valueAt: count,
    },
    { name: `${name}_count`, labels, valueAt: count },
    { name: `${name}_sum`, labels, valueAt: (moment) => count(moment) * mean },
  ];
}
