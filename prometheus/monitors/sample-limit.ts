import { seriesPerTarget } from "../../model/metric";
import type { Service } from "../../model/service";
import type { Target } from "../../model/target";

const SMALLEST_LIMIT = 1_000;

/** Series that one application target of a service exposes at most, by its contract. */
export const contractSeries = (service: Service): number =>
  Object.values(service.metrics)
    .filter((metric) => (metric.source ?? "application") === "application")
    .reduce((sum, metric) => sum + seriesPerTarget(metric), 0);

/**
 * Samples above which a scrape is refused, so that a label gone wild costs its own service and not
 * the server.
 */
export const sampleLimit = (service: Service, target: Target): number =>
  target.sampleLimit ?? Math.max(SMALLEST_LIMIT, 2 * contractSeries(service));
