import { numbered } from "../dashboards/panel-ids";
import { withGeneratedDashboards } from "../dashboards/with-generated-dashboards";
import type { Dashboard } from "../model/dashboard";
import type { RecurringTask } from "../model/recurring-task";
import type { EnvironmentConfig } from "../model/environment";
import { seriesPerTarget } from "../model/metric";
import type { Metric } from "../model/metric";
import { outsideAddresses } from "../model/outside-target";
import type { RecordingProof } from "../model/recording-rule";
import type { SavedQuery } from "../model/saved-query";
import type { Service } from "../model/service";
import { minimumBadEvents } from "../model/slo";
import type { Slo } from "../model/slo";
import { probeUrl } from "../prometheus/monitors/probes";
import { alertEntries } from "./alert-entries";
import { byName } from "./by-name";
import { systemCostEntry } from "./cost-entries";
import type {
  DashboardEntry,
  MetricEntry,
  RecordingEntry,
  RecordingProofEntry,
  RecurringTaskEntry,
  SavedQueryEntry,
  SloEntry,
  SystemEntry,
} from "./form";
import { receiverEntries } from "./notification-entries";

// Keys of what there is much of are in the order of their letters, in which the file has them: then
// nothing is copied.

/** Everything that is declared of one system, as it holds in an environment. */
export const systemEntry = (
  environment: EnvironmentConfig,
  service: Service,
  services: readonly Service[],
): SystemEntry => ({
  key: service.key,
  displayName: service.displayName,
  about: service.about,
  namespace: service.namespace,
  team: service.team.key,
  document: documentEntry(service),
  publicHealth: service.publicHealth,
  noData: service.noData,
  receivers: receiverEntries(environment, service, services),
  metrics: Object.entries(service.metrics)
    .map(metricEntry)
    .sort(byName(({ name }) => name)),
  targets: service.targets
    .map(({ name, app, interval, expectedTargets }) => ({
      name,
      app,
      interval: interval.toString(),
      expectedTargets,
      addresses: outsideAddresses(environment, service.key, name),
    }))
    .sort(byName(({ name }) => name)),
  probes: service.probes
    .map((probe) => ({
      name: probe.name,
      probe: probe.probe,
      url: probeUrl(probe, service, environment),
      interval: probe.interval.toString(),
    }))
    .sort(byName(({ name }) => name)),
  recordingRules: recordingEntries(service),
  alerts: alertEntries(environment, service),
  slos: service.slos.map(sloEntry).sort(byName(({ name }) => name)),
  recurringTasks: (service.recurringTasks ?? [])
    .map(recurringTaskEntry)
    .sort(byName(({ task }) => task)),
  cost: systemCostEntry(environment, service, services),
  dashboards: withGeneratedDashboards(service)
    .dashboards.map(dashboardEntry)
    .sort(byName(({ uid }) => uid)),
  logQueries: savedQueries(service.logQueries),
  traceQueries: savedQueries(service.traceQueries),
});

/** Without the standing, which its page says. */
const documentEntry = ({ document }: Service): SystemEntry["document"] =>
  document === undefined
    ? undefined
    : {
        version: document.version,
        since: document.since,
        nextReview: document.nextReview,
      };

const metricEntry = ([name, metric]: readonly [
  string,
  Metric,
]): MetricEntry => ({
  appears: metric.appears,
  buckets: metric.type === "histogram" ? metric.buckets : undefined,
  help: metric.help,
  labels: metric.labels ?? {},
  name,
  quantiles: metric.type === "summary" ? metric.quantiles : undefined,
  retention: metric.retention ?? "standard",
  seriesPerTarget: seriesPerTarget(metric),
  source: metric.source ?? "application",
  type: metric.type,
});

const recordingEntries = ({ recording }: Service): readonly RecordingEntry[] =>
  recording
    .flatMap((group) =>
      group.rules.map(({ record, expr, proof }) => ({
        expr,
        group: group.name,
        interval: group.interval.toString(),
        proof: proof === undefined ? undefined : recordingProof(proof),
        record,
      })),
    )
    .sort(byName(({ record, expr }) => `${record} ${expr}`));

const recordingProof = ({
  cases,
  equivalent,
}: RecordingProof): RecordingProofEntry => ({
  cases: cases.map(({ name, series, at, interval, evaluation, samples }) => ({
    at: at.toString(),
    evaluation: evaluation?.toString(),
    interval: interval?.toString(),
    name,
    samples,
    series,
  })),
  equivalent,
});

const sloEntry = (slo: Slo): SloEntry => ({
  name: slo.name,
  kind: slo.kind,
  description: slo.description,
  origin: slo.origin ?? "seed",
  priority: slo.page,
  period: slo.period.toString(),
  groupBy: slo.groupBy ?? [],
  bad: slo.bad,
  ...(slo.kind === "zero-tolerance"
    ? { objective: undefined, total: undefined, minimumBadEvents: undefined }
    : {
        objective: slo.objective.value,
        total: slo.total,
        minimumBadEvents: minimumBadEvents(slo),
      }),
  examples: Object.fromEntries(Object.entries(slo.examples)),
});

const recurringTaskEntry = ({
  task,
  cadence,
  how,
  alert,
  page,
}: RecurringTask): RecurringTaskEntry => ({ task, cadence, how, alert, page });

const dashboardEntry = ({
  uid,
  title,
  description,
  access,
  panels,
}: Dashboard): DashboardEntry => ({
  access,
  description,
  panels: numbered(panels).map(({ number, panel }) => ({
    id: panel.id,
    number,
    title: panel.title,
    visualisation: panel.visualisation.kind,
  })),
  title,
  uid,
});

const savedQueries = (
  queries: readonly SavedQuery[] = [],
): readonly SavedQueryEntry[] =>
  queries
    .map(({ title, description, expr }) => ({ description, expr, title }))
    .sort(byName(({ title }) => title));
