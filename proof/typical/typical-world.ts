import type { EnvironmentConfig } from "../../model/environment";
import { typicalCharts } from "../../helm/typical-charts";
import { WORKING_DAY, trafficShare } from "../../model/typical/course";
import type { Service } from "../../model/service";
import type { TypicalSeries } from "../../prometheus/typical/typical-series";
import { typicalSeries } from "../../prometheus/typical/typical-series";
import { observed } from "../observed-series";
import { seriesText } from "../series-text";
import { writeRuns } from "../series-values";
import { scrapeSeries } from "./scrape-series";

/** Series in promtool's notation, with a sample a minute. */
export type World = Readonly<Record<string, string>>;

/** A stretch of time with even traffic. */
export interface Stretch {
  readonly minutes: number;
  /** Its traffic, as a share of that in the busiest hour of production. */
  readonly traffic: number;
}

/** The hours of a day that differ most. Where nobody depends on an environment one says enough. */
export const hoursOf = (
  environment: EnvironmentConfig,
): readonly (readonly [name: string, traffic: number])[] => [
  ["the busiest hour", trafficShare(environment)],
  ...(environment.kind === "production"
    ? [["the quietest hour", Math.min(...WORKING_DAY)] as const]
    : []),
];

/** A healthy system: what it exposes, and what scraping and probing show of it. */
export const typicalWorld = (service: Service, stretch: Stretch): World =>
  worldOf([...typicalSeries(service), ...scrapeSeries(service)], stretch);

/** The deployed charts while all is well. */
export const typicalPlatform = (
  environment: EnvironmentConfig,
  stretch: Stretch,
): World => worldOf(typicalCharts(environment), stretch);

const worldOf = (
  all: readonly TypicalSeries[],
  { minutes, traffic }: Stretch,
): World =>
  Object.fromEntries(
    all.map((each) => {
      const series = observed(each, minutes, traffic);
      return [seriesText(series), writeRuns(series.values)];
    }),
  );
