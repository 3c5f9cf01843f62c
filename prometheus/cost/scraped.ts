import type { EnvironmentConfig } from "../../model/environment";
import { outsideAddresses } from "../../model/outside-target";
import { rememberedTogether } from "../../model/remembered";
import type { Service } from "../../model/service";
import { SCRAPE_SERIES } from "../../query/promql/synthetic-series";
import { exportersOf, podsOf, probesOf } from "../typical/instances";
import type { Instance } from "../typical/instances";

/** An endpoint that is scraped. */
export interface Scraped {
  readonly labels: Instance;
  /** Seconds between two scrapes. */
  readonly interval: number;
}

/** What Prometheus adds to each scrape: `up` and four series about the scrape. */
export const SCRAPE_SERIES_NAMES: readonly string[] = SCRAPE_SERIES.map(
  ([name]) => name,
);

/**
 * A system with as many targets as an environment has of it: where they run on hosts, those that
 * are listed.
 */
export const asDeployed = rememberedTogether(
  (service: Service, environment: EnvironmentConfig): Service =>
    environment.outsideTargets.some(({ system }) => system === service.key)
      ? {
          ...service,
          targets: service.targets.map((target) => {
            const hosts = outsideAddresses(
              environment,
              service.key,
              target.name,
            );
            return hosts === undefined
              ? target
              : { ...target, expectedTargets: hosts.length };
          }),
        }
      : service,
);

/** The pods or hosts of a system, each of its exporters, and each probe. */
export const scrapedOf = (
  service: Service,
  environment: EnvironmentConfig,
): {
  readonly targets: readonly Scraped[];
  readonly exporters: readonly Scraped[];
  readonly probes: readonly Scraped[];
} => ({
  targets: podsOf(service, undefined, Infinity).map((labels) => ({
    labels,
    interval: intervalOf(labels, service, environment),
  })),
  exporters: exportersOf(service).map((labels) => ({
    labels,
    interval: environment.prometheus.scrapeInterval.seconds,
  })),
  probes: probesOf(service).map((labels, index) => ({
    labels,
    interval: (
      service.probes[index]?.interval ?? environment.prometheus.scrapeInterval
    ).seconds,
  })),
});

/** Seconds between two samples of a series with these labels. */
export const intervalOf = (
  labels: Instance,
  { targets }: Service,
  { prometheus }: EnvironmentConfig,
): number =>
  (
    targets.find(({ app }) => app === labels["app"])?.interval ??
    prometheus.scrapeInterval
  ).seconds;
