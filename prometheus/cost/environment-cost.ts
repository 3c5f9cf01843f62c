import type { EnvironmentConfig } from "../../model/environment";
import { readsEverySystem } from "../../model/service";
import type { Service } from "../../model/service";
import type { TypicalSeries } from "../typical/typical-series";
import { environmentBudget } from "./capacity";
import { clusterCost } from "./cluster-cost";
import type { ClusterPart } from "./cluster-cost";
import type { KnownSeries, SeriesOf } from "./known-series";
import { asDeployed } from "./scraped";
import { logsStorage, metricsStorage, tracesStorage } from "./storage-cost";
import type { StoreCost } from "./storage-cost";
import { systemCost } from "./system-cost";
import type { SystemCost } from "./system-cost";
import { systemSeries } from "./system-series";
import type { Extent } from "./exposed-series";
import type { SystemSeries } from "./system-series";
import { labelBounds } from "./widest-count";

/** What the monitoring of an environment costs, in each replica of Prometheus. */
export interface EnvironmentCost {
  readonly systems: readonly SystemCost[];
  readonly cluster: readonly ClusterPart[];
  /** Series that systems have at most; the cluster's are counted once. */
  readonly atMost: number;
  /** Series while all are healthy. */
  readonly typical: number;
  readonly samplesPerSecond: number;
  readonly samplesReadPerSecond: number;
  /** Series that one replica may have. */
  readonly budget: number;
  readonly metrics: StoreCost;
  readonly logs: StoreCost;
  readonly traces: StoreCost;
}

/**
 * What an environment costs with these systems.
 * @param charts what the deployed charts show, as far as rules read it
 */
export function environmentCost(
  services: readonly Service[],
  environment: EnvironmentConfig,
  charts: readonly TypicalSeries[],
): EnvironmentCost {
  const systems = systemCosts(services, environment, charts);
  const cluster = clusterCost(environment);
  const total = (
    ofSystem: (system: SystemCost) => number,
    ofCluster: (part: ClusterPart) => number,
  ): number =>
    systems.reduce((sum, system) => sum + ofSystem(system), 0) +
    cluster.reduce((sum, part) => sum + ofCluster(part), 0);
  const written = total(
    (system) => system.samplesPerSecond,
    (part) => part.samplesPerSecond,
  );
  return {
    systems,
    cluster,
    atMost: total(
      (system) => system.atMost,
      (part) => part.series,
    ),
    typical: total(
      (system) => system.typical,
      (part) => part.series,
    ),
    samplesPerSecond: written,
    samplesReadPerSecond: total(
      (system) => system.samplesReadPerSecond,
      () => 0,
    ),
    budget: environmentBudget(environment),
    metrics: metricsStorage(environment, written),
    logs: logsStorage(environment, services),
    traces: tracesStorage(environment, services),
  };
}

/** Systems that read their own series first: what they record is read by those that read all. */
function systemCosts(
  services: readonly Service[],
  environment: EnvironmentConfig,
  charts: readonly TypicalSeries[],
): readonly SystemCost[] {
  const ofCharts = chartSeries(charts, environment);
  const typical = allSeries(services, environment, "typical", ofCharts);
  const widest = allSeries(services, environment, "widest", ofCharts);
  const deployed = services.map((service) => asDeployed(service, environment));
  const everyBound = labelBounds(deployed);
  const costs = new Map<string, SystemCost>();
  for (const service of [
    ...deployed.filter((one) => !readsEverySystem(one)),
    ...deployed.filter(readsEverySystem),
  ]) {
    const own = typical.get(service.key);
    const wide = widest.get(service.key);
    if (own === undefined || wide === undefined) continue;
    costs.set(
      service.key,
      systemCost(
        service,
        environment,
        own,
        wide,
        readsEverySystem(service) ? everyBound : labelBounds([service]),
      ),
    );
    own.forgetExposed();
    wide.forgetExposed();
  }
  return services.flatMap(({ key }) => costs.get(key) ?? []);
}

/** Series of charts by their name. */
function chartSeries(
  charts: readonly TypicalSeries[],
  { prometheus }: EnvironmentConfig,
): SeriesOf {
  const interval = prometheus.scrapeInterval.seconds;
  const byName = new Map<string, KnownSeries[]>();
  for (const { name, labels } of charts) {
    const before = byName.get(name);
    if (before === undefined) byName.set(name, [{ labels, interval }]);
    else before.push({ labels, interval });
  }
  return (name) => byName.get(name);
}

/** The series of each system; what rules read of others is looked up in them and in the charts. */
function allSeries(
  services: readonly Service[],
  environment: EnvironmentConfig,
  extent: Extent,
  charts: SeriesOf,
): ReadonlyMap<string, SystemSeries> {
  const all = new Map<string, SystemSeries>();
  const shared = new Set(
    services.filter(readsEverySystem).map(({ key }) => key),
  );
  for (const service of services) {
    const { key } = service;
    const elsewhere: SeriesOf = (name) => {
      // Few read every system: a lookup asks those, and not all.
      const others = shared.has(key) ? all.keys() : shared;
      const found = [
        charts(name),
        ...[...others].map((other) =>
          other === key ? undefined : all.get(other)?.seriesOf(name),
        ),
      ].filter((series) => series !== undefined);
      return found.length === 0 ? undefined : found.flat();
    };
    all.set(
      key,
      systemSeries(
        asDeployed(service, environment),
        service,
        environment,
        extent,
        elsewhere,
      ),
    );
  }
  return all;
}
