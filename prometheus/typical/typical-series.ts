import type { Metric, MetricContract } from "../../model/metric";
import type { Service } from "../../model/service";
import { counted } from "../../model/typical/course";
import {
  meanOf,
  quantileOf,
  shareUpTo,
} from "../../model/typical/distribution";
import { gaugeLevels } from "../../model/typical/gauges";
import { counterRates, histogramRates } from "../../model/typical/rates";
import type { SetObservations, SetRate } from "../../model/typical/rates";
import { boundText } from "../../model/bucket-bounds";
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

/** A series that always has one value. */
export const steady = (
  name: string,
  labels: Instance,
  value: number,
): TypicalSeries => ({ name, labels, valueAt: () => value });

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
          histogramSeries({
            name,
            bounds: metric.buckets,
            labels,
            percentiles: set.percentiles,
            count: (moment) => countOf(set, moment, instances.length, index),
            phase: (index * 0.618) % 1,
          }),
      );
    case "summary":
      return shared(histogramRates(metric, contract), instances).flatMap(
        ({ labels, set, index }) =>
          summarySeries(name, metric.quantiles, labels, set, (moment) =>
            countOf(set, moment, instances.length, index),
          ),
      );
    case "gauge":
      return shared(gaugeLevels(metric, contract), instances).map(
        ({ labels, set, place }) => ({
          name,
          labels,
          valueAt: ({ at }) => set.valueAt(at, place, instances.length),
        }),
      );
  }
}

/** Each label set at each instance. What both set is the instance's, as a scrape decides it. */
const shared = <S extends { readonly labels: Instance }>(
  sets: readonly S[],
  instances: readonly Instance[],
): readonly {
  readonly labels: Instance;
  readonly set: S;
  readonly place: number;
  readonly index: number;
}[] =>
  sets.flatMap((set, ofSet) =>
    instances.map((instance, place) => ({
      labels: { ...set.labels, ...instance },
      set,
      place,
      index: ofSet * instances.length + place,
    })),
  );

const countOf = (
  { rate }: SetRate,
  { at, busy }: Moment,
  among: number,
  index: number,
): number =>
  counted(
    rate,
    rate.scheduled === true ? at : busy,
    among,
    index,
    Math.floor((rate.perSecond * COUNTED_BEFORE) / among) + 17,
  );

function histogramSeries({
  name,
  bounds,
  labels,
  percentiles,
  count,
  phase,
}: Pick<SetObservations, "percentiles"> & {
  readonly name: string;
  readonly bounds: readonly number[];
  readonly labels: Instance;
  readonly count: (moment: Moment) => number;
  /** The slow ones of several series do not come at once: 0 to less than 1. */
  readonly phase: number;
}): readonly TypicalSeries[] {
  const mean = meanOf(percentiles);
  return [
    ...bounds.map((bound) => {
      const share = shareUpTo(bound, percentiles);
      return {
        name: `${name}_bucket`,
        labels: { ...labels, le: boundText(bound) },
        valueAt: (moment: Moment) => Math.floor(count(moment) * share + phase),
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

function summarySeries(
  name: string,
  quantiles: readonly number[],
  labels: Instance,
  { percentiles }: SetObservations,
  count: (moment: Moment) => number,
): readonly TypicalSeries[] {
  const mean = meanOf(percentiles);
  return [
    ...quantiles.map((quantile) => {
      const value = quantileOf(quantile, percentiles);
      return {
        name,
        labels: { ...labels, quantile: boundText(quantile) },
        valueAt: () => value,
      };
    }),
    { name: `${name}_count`, labels, valueAt: count },
    { name: `${name}_sum`, labels, valueAt: (moment) => count(moment) * mean },
  ];
}
