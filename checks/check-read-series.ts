import { budgeted } from "../model/slo";
import { COMMON_SLO_SERIES } from "../prometheus/slo/slo-series";
import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import { watchedEnvironment } from "../model/watched-environment";
import { nearest } from "../query/promql/nearest";
import type { SeriesCatalogue } from "../query/promql/series-catalogue";
import {
  pageReaders,
  ruleReaders,
  rulesOf,
  secondPathReaders,
} from "./series-readers";
import type { SeriesReader } from "./series-readers";

/** A series that does not exist, and the readers of one owner. */
interface Missing {
  readonly owner: string;
  readonly series: string;
  readonly readers: Set<string>;
  readonly environments: Set<string>;
  /** Existing series with a similar name. */
  readonly guess: string | undefined;
}

/**
 * Every series that a rendered rule, a dashboard or a report reads must be recorded by a rendered
 * rule of the same environment, or exposed according to a contract, a chart or Prometheus itself.
 * Declared queries are checked against the declarations elsewhere; this check covers the rendered
 * output, generated queries included.
 *
 * @param services with their generated dashboards, and without any other problem: each mistake
 *   would show once for each reader
 */
export function checkReadSeries(
  environments: readonly EnvironmentConfig[],
  services: readonly Service[],
  catalogue: SeriesCatalogue,
): readonly Problem[] {
  const systems = new Set(services.map(({ key }) => key));
  const pages = services.flatMap((service) => pageReaders(service, systems));
  const recordedIn = recordedByEnvironment(environments, services);
  // Readers about all SLOs name these series even while no SLO is declared.
  const awaited = new Set(
    services.some(({ slos }) => budgeted(slos).length > 0)
      ? []
      : COMMON_SLO_SERIES.map(({ name }) => name),
  );
  const missing = new Map<string, Missing>();
  for (const environment of environments) {
    const recorded = recordedIn.get(environment) ?? new Set();
    const exists = (name: string): boolean =>
      recorded.has(name) || awaited.has(name) || isExposed(name, catalogue);
    const note = ({ owner, what, reads }: SeriesReader): void => {
      for (const series of reads) {
        if (exists(series)) continue;
        const key = `${owner} ${series}`;
        const known = missing.get(key) ?? {
          owner,
          series,
          readers: new Set(),
          environments: new Set(),
          guess: nearest(series, [...catalogue.names()].filter(exists)),
        };
        known.readers.add(what);
        known.environments.add(environment.name);
        missing.set(key, known);
      }
    };
    for (const service of services) {
      ruleReaders(service, environment).forEach(note);
    }
    pages.forEach(note);
    secondPathReaders(
      environment,
      watchedEnvironment(environment, environments),
      services,
    ).forEach(note);
  }
  return [...missing.values()].map(problemOf);
}

/** System by system, so that rules shared between environments are made once. */
function recordedByEnvironment(
  environments: readonly EnvironmentConfig[],
  services: readonly Service[],
): ReadonlyMap<EnvironmentConfig, ReadonlySet<string>> {
  const recorded = new Map(
    environments.map((environment) => [environment, new Set<string>()]),
  );
  for (const service of services) {
    for (const [environment, names] of recorded) {
      for (const rule of rulesOf(service, environment)) {
        if ("record" in rule) names.add(rule.record);
      }
    }
  }
  return recorded;
}

/** A series is not known just because the catalogue expects a rule to record it. */
function isExposed(name: string, catalogue: SeriesCatalogue): boolean {
  const facts = catalogue.get(name);
  return facts !== undefined && facts.type !== "recorded";
}

function problemOf({
  owner,
  series,
  readers,
  environments,
  guess,
}: Missing): Problem {
  const [first = "", ...others] = readers;
  const also =
    others.length === 0
      ? ""
      : `; so ${others.length === 1 ? "does" : "do"} ${others.join(", ")}`;
  return {
    path: `${owner} ${first}`,
    message: `reads "${series}", which no rule records in ${[...environments].join(" and ")} and no contract declares${also}`,
    next:
      guess === undefined
        ? "record it, or declare it in the service's metrics"
        : `did you mean "${guess}"? otherwise record it, or declare it in the service's metrics`,
  };
}
