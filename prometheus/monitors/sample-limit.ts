import { seriesPerTarget } from "../../model/metric";
import type { Service } from "../../model/service";
import type { Target } from "../../model/target";

const SMALLEST_LIMIT = 1_000;

/** Maximum number of series per application target of a service, by its contract. */
export const contractSeries = (service: Service): number =>
  Object.values(service.metrics)
    .filter((metric) => (metric.source ?? "application") === "application")
    .reduce((sum, metric) => sum + seriesPerTarget(metric), 0);

/**
 * Sample limit of a scrape, so that a label with too many values breaks its own service only and
 * not the server.
 */
export const sampleLimit = (service: Service, target: Target): number =>
  target.sampleLimit ?? Math.max(SMALLEST_LIMIT, 2 * contractSeries(service));
