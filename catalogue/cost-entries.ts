import { costOf } from "../checks/cost-of";
import type { Duration } from "../model/duration";
import type { EnvironmentConfig } from "../model/environment";
import type { Service } from "../model/service";
import type { StoreCost } from "../prometheus/cost/storage-cost";
import { byName } from "./by-name";
import type {
  CostEntry,
  SeriesCostEntry,
  StoreCostEntry,
  SystemCostEntry,
} from "./form";

/** What an environment costs as a whole. */
export function costEntry(
  environment: EnvironmentConfig,
  services: readonly Service[],
): CostEntry {
  const cost = costOf(services, environment);
  const { prometheus, logs, traces } = environment;
  return {
    ...seriesCost(cost),
    cluster: cost.cluster.map(({ name, series, samplesPerSecond }) => ({
      name,
      series,
      samplesPerSecond: rounded(samplesPerSecond),
    })),
    stores: {
      metrics: storeEntry(cost.metrics, prometheus.retention),
      logs: storeEntry(cost.logs, logs.retention),
      traces: storeEntry(cost.traces, traces.retention),
    },
  };
}

/** What one system costs. @throws Error where it is none of the environment's */
export function systemCostEntry(
  environment: EnvironmentConfig,
  { key }: Service,
  services: readonly Service[],
): SystemCostEntry {
  const cost = costOf(services, environment).systems.find(
    (one) => one.key === key,
  );
  if (cost === undefined) throw new Error(`${key} is not declared`);
  return {
    ...seriesCost(cost),
    lines: cost.lines
      .map(({ name, kind, atMost, typical, samplesPerSecond }) => ({
        atMost,
        kind,
        name,
        samplesPerSecond: rounded(samplesPerSecond),
        typical,
      }))
      .sort(byName(({ name }) => name)),
    dearestRules: cost.dearestRules.map(({ name, samplesReadPerSecond }) => ({
      name,
      samplesReadPerSecond: rounded(samplesReadPerSecond),
    })),
    unknownReads: cost.unknownReads,
  };
}

const seriesCost = (cost: SeriesCostEntry): SeriesCostEntry => ({
  atMost: cost.atMost,
  typical: cost.typical,
  budget: cost.budget,
  samplesPerSecond: rounded(cost.samplesPerSecond),
  samplesReadPerSecond: rounded(cost.samplesReadPerSecond),
});

const storeEntry = (
  { bytesPerDay, kept, volume, unknown }: StoreCost,
  retention: Duration,
): StoreCostEntry => ({
  retention: retention.toString(),
  bytesPerDay: Math.round(bytesPerDay),
  kept: Math.round(kept),
  volume:
    volume === undefined
      ? undefined
      : {
          path: volume.path,
          needed: Math.round(volume.needed),
          usable: Math.floor(volume.usable),
        },
  unknown: [...unknown].sort(),
});

/** To a thousandth: sums of fractions end in digits that say nothing. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
