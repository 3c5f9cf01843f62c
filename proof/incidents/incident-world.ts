import { typicalCharts } from "../../helm/typical-charts";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { trafficShare } from "../../model/typical/course";
import { typicalSeries } from "../../prometheus/typical/typical-series";
import { scrapeSeries } from "../typical/scrape-series";
import { MINUTES } from "./incident";
import { observed } from "../observed-series";
import type { ObservedSeries } from "../observed-series";

/** The healthy series of each system of an environment, and of the charts it runs. */
export interface HealthyEnvironment {
  readonly systems: ReadonlyMap<Service, readonly ObservedSeries[]>;
  readonly charts: readonly ObservedSeries[];
}

/** An environment while all is well, in its busiest hour. */
export function healthyEnvironment(
  services: readonly Service[],
  environment: EnvironmentConfig,
): HealthyEnvironment {
  const traffic = trafficShare(environment);
  return {
    systems: new Map(
      services.map((service) => [service, healthySystem(service, traffic)]),
    ),
    charts: typicalCharts(environment).map((series) =>
      observed(series, MINUTES, traffic),
    ),
  };
}

/** @param traffic share of that in the busiest hour of production */
export const healthySystem = (
  service: Service,
  traffic: number,
): readonly ObservedSeries[] =>
  [...typicalSeries(service), ...scrapeSeries(service)].map((series) =>
    observed(series, MINUTES, traffic),
  );
