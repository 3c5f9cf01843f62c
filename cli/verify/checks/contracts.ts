import type { Service } from "../../../model/service";
import { metricsOfSystem, seriesName } from "../contract/declared-metric";
import type { DeclaredMetric } from "../contract/declared-metric";
import { coverageText, sumOf } from "../contract/coverage";
import type { Coverage } from "../contract/coverage";
import { listed } from "../contract/difference";
import { exposureDifferences } from "../contract/exposures";
import type { Exposed } from "../contract/exposures";
import { comparedFindings } from "../contract/compared";
import { seriesNames } from "../../../model/metric";
import { seriesRead } from "../contract/series-read";
import { undeclaredMetrics } from "../contract/undeclared-metrics";
import { noted, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { each, looked } from "../running";
import type { Running } from "../running";
import { SeriesIndex } from "../series";
import type { HeldSeries, MetadataTypes, SeriesSettings } from "../series";

/** Every metric that Prometheus holds of a system is as its contract declares it. */
export async function checkContracts(
  running: Pick<
    Running,
    "services" | "chosen" | "environment" | "watched" | "prometheus"
  >,
  settings: SeriesSettings,
): Promise<readonly Finding[]> {
  const index = new SeriesIndex(running.prometheus, settings);
  const read = seriesRead(running);
  const coverages: Coverage[] = [];
  const findings: Finding[] = [];
  for (const service of running.chosen) {
    if (Object.keys(service.metrics).length === 0) continue;
    findings.push(
      ...(await looked(
        { check: "contracts", system: service.key, subject: "its contract" },
        "every metric as it is declared",
        async () => {
          const held = await heldBy(service, index);
          const coverage = coverageOf(service, held, read);
          coverages.push(coverage);
          return systemFindings(service, held, coverage, index.mostSeries);
        },
      )),
    );
  }
  if (coverages.length > 1) {
    const total = sumOf(coverages);
    findings.push(
      passed(
        { check: "contracts", subject: "coverage of all", coverage: total },
        coverageText(total),
      ),
    );
  }
  return findings;
}

/** What Prometheus holds of one system. */
interface Held {
  readonly types: MetadataTypes;
  readonly metrics: readonly (readonly [DeclaredMetric, HeldSeries])[];
  readonly exposed: Exposed;
}

async function heldBy(service: Service, index: SeriesIndex): Promise<Held> {
  const apps = [...new Set(service.targets.map(({ app }) => app))];
  return {
    types: await index.types(),
    exposed: new Map(
      await each(
        apps,
        async (app) =>
          [app, await index.names({ system: service.key, job: app })] as const,
      ),
    ),
    metrics: await each(
      metricsOfSystem(service),
      async (metric) =>
        [
          metric,
          await index.series(seriesName(metric), metric.matchers),
        ] as const,
    ),
  };
}

const coverageOf = (
  { metrics }: Service,
  held: Held,
  read: ReadonlySet<string>,
): Coverage => ({
  declared: held.metrics.length,
  seen: held.metrics.filter(([, { series }]) => series.length > 0).length,
  notSeenYet: held.metrics.filter(
    ([{ appears }, { series }]) => series.length === 0 && appears !== undefined,
  ).length,
  unread: Object.entries(metrics).flatMap(([name, metric]) =>
    seriesNames(name, metric).some((series) => read.has(series)) ? [] : [name],
  ),
});

/** Metrics without series are left to the check of metrics. */
const systemFindings = (
  service: Service,
  { types, metrics, exposed }: Held,
  coverage: Coverage,
  mostSeries: number,
): readonly Finding[] => [
  ...metrics
    .filter(([, { series }]) => series.length > 0)
    .flatMap(([metric, held]) =>
      comparedFindings({
        subject: {
          check: "contracts",
          system: service.key,
          subject: metric.name,
          about: { metric: metric.name },
        },
        metric,
        held,
        types,
        mostSeries,
        others: exposureDifferences(service, metric, exposed),
      }),
    ),
  ...undeclaredFindings(
    service,
    exposed,
    metrics.map(([metric]) => metric),
    types,
  ),
  coverageFinding(service, coverage),
];

const undeclaredFindings = (
  { key }: Service,
  exposed: Exposed,
  declared: readonly DeclaredMetric[],
  types: MetadataTypes,
): readonly Finding[] =>
  [...exposed].flatMap(([app, names]) => {
    const undeclared = undeclaredMetrics(names, declared, types);
    return undeclared.length === 0
      ? []
      : [
          noted(
            { check: "contracts", system: key, subject: `target ${app}` },
            {
              found: `it exposes ${String(undeclared.length)} metrics that no contract declares: ${undeclared.join(", ")}`,
              next: `declare in services/${key} metrics what somebody reads; drop the rest where it is exposed, since it costs series`,
            },
          ),
        ];
  });

function coverageFinding({ key }: Service, coverage: Coverage): Finding {
  const subject: Subject = {
    check: "contracts",
    system: key,
    subject: `coverage of ${key}`,
    coverage,
  };
  const found = coverageText(coverage);
  return coverage.unread.length === 0
    ? passed(subject, found)
    : noted(subject, {
        found: `${found}; nothing reads ${listed(coverage.unread, (name) => name)}`,
        next: `read them in a rule, an alert or a panel, or remove them from services/${key} metrics and from the application`,
      });
}
