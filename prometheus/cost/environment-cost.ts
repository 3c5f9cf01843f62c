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
import { costLines, systemCost } from "./system-cost";
import type { SystemCost } from "./system-cost";
import { renamed, workedOut } from "./worked-out";
import type { WorkedOut } from "./worked-out";
import { questionOf } from "./system-question";
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
  const deployed = (service: Service) => asDeployed(service, environment);
  const everyBound = labelBounds(services.map(deployed));
  const questionIn = questionOf(environment, charts);
  const answers = new Map<string, WorkedOut>();
  const costs = new Map<string, SystemCost>();
  for (const declared of [
    ...services.filter((one) => !readsEverySystem(one)),
    ...services.filter(readsEverySystem),
  ]) {
    const { key } = declared;
    const readsAll = readsEverySystem(declared);
    const service = deployed(declared);
    const [own, wide] = [typical.of(declared), widest.of(declared)];
    const question = readsAll ? undefined : questionIn(service, own.rules);
    const answer = question === undefined ? undefined : answers.get(question);
    const known = answer && renamed(answer, key);
    const lines =
      known?.lines ??
      costLines(
        service,
        environment,
        own,
        wide,
        readsAll ? everyBound : labelBounds([service]),
      );
    const rules = own.rules.map((timed, place) => ({
      ...timed,
      read: known?.reads[place] ?? own.resultOf(timed.rule),
    }));
    costs.set(key, systemCost(service, environment, lines, rules));
    own.forgetExposed();
    wide.forgetExposed();
    if (known !== undefined) typical.rename(key, known.seriesOf);
    else if (question !== undefined) {
      const found = workedOut(key, lines, rules, own, wide);
      if (found !== undefined) answers.set(question, found);
    }
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

/** The series of all systems, each worked out when it is asked for. */
interface AllSeries {
  readonly of: (declared: Service) => SystemSeries;
  /** Gives a system the series of another under its own name. */
  readonly rename: (key: string, series: SeriesOf) => void;
}

/** What rules read of other systems is looked up in them and in the charts. */
function allSeries(
  services: readonly Service[],
  environment: EnvironmentConfig,
  extent: Extent,
  charts: SeriesOf,
): AllSeries {
  const all = new Map<string, SystemSeries>();
  const renamedSeries = new Map<string, SeriesOf>();
  const readers = services.filter(readsEverySystem);
  const seriesOf = (declared: Service): SeriesOf =>
    renamedSeries.get(declared.key) ?? of(declared).seriesOf;
  const of = (declared: Service): SystemSeries => {
    const before = all.get(declared.key);
    if (before !== undefined) return before;
    // Few read every system: a lookup asks those, and not all.
    const others = (readsEverySystem(declared) ? services : readers).filter(
      (other) => other !== declared,
    );
    const series = systemSeries(
      asDeployed(declared, environment),
      declared,
      environment,
      extent,
      (name) => {
        const found = [charts, ...others.map(seriesOf)]
          .map((series) => series(name))
          .filter((series) => series !== undefined);
        return found.length < 2 ? found[0] : found.flat();
      },
    );
    all.set(declared.key, series);
    return series;
  };
  return {
    of,
    rename: (key, series) => {
      renamedSeries.set(key, series);
    },
  };
}
