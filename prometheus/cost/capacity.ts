import type { EnvironmentConfig } from "../../model/environment";

/**
 * Bytes that a sample takes on disk: 1 to 2.
 * @see https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects
 */
export const BYTES_PER_SAMPLE = 2;

/** Memory of a series, in bytes, with churn and queries. */
const BYTES_PER_SERIES = 8 * 1024;

/**
 * Share of the volume that data may fill before the oldest goes; the rest is for the log and for
 * compaction.
 */
export const RETENTION_SHARE = 0.85;

/** Share of the capacity that may be planned: to raise it takes weeks. */
const PLANNED_SHARE = 0.8;

/** Share of an environment's budget that one system has unless it declares one. */
const SYSTEM_SHARE = 0.1;

type Prometheus = Pick<EnvironmentConfig, "prometheus">;

/** Bytes of samples that the volume of a replica keeps. */
export const keptBytes = ({ prometheus }: Prometheus): number =>
  prometheus.volume.size.bytes * RETENTION_SHARE;

/**
 * Series that a replica holds: what its volume keeps for the retention at the general scrape
 * interval, or what its memory holds, whichever is less.
 */
export const seriesCapacity = (environment: Prometheus): number => {
  const { retention, scrapeInterval, resources } = environment.prometheus;
  const samplesPerSecond =
    keptBytes(environment) / retention.seconds / BYTES_PER_SAMPLE;
  return Math.min(
    samplesPerSecond * scrapeInterval.seconds,
    resources.memory.bytes / BYTES_PER_SERIES,
  );
};

/** Series that all systems and the cluster may cost a replica. */
export const environmentBudget = (environment: Prometheus): number =>
  environment.prometheus.seriesBudget ??
  Math.floor(seriesCapacity(environment) * PLANNED_SHARE);

/** Series that one system may cost. */
export const systemBudget = (
  { seriesBudget }: { readonly seriesBudget?: number },
  environment: Prometheus,
): number =>
  seriesBudget ?? Math.floor(environmentBudget(environment) * SYSTEM_SHARE);
