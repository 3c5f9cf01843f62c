import type { Alert, AlertDeclaration } from "./alert";
import type { ChartAlerts } from "./chart-alerts";
import type { CollectionJob } from "./collection-job";
import type { ContainerProbes } from "./container-probe";
import type { Dashboard, DashboardDeclaration } from "./dashboard";
import type { Duration } from "./duration";
import type { RecurringTask } from "./recurring-task";
import type { LogAlert, LogAlertDeclaration } from "./log-alert";
import type { Incident } from "./incident";
import type { LogPipeline } from "./log-pipeline";
import type { MetricContract } from "./metric";
import type { PriorityMatrix } from "./notification-path";
import type {
  RecordingGroup,
  RecordingGroupDeclaration,
} from "./recording-rule";
import type { ReleaseGate } from "./release-gate";
import type { ReportSection } from "./report";
import type { LogQuery, TraceQuery } from "./saved-query";
import type { ServiceDocument } from "./service-document";
import type { ServiceTraces } from "./service-traces";
import type { Slo, SloDeclaration } from "./slo";
import type {
  Exporter,
  HttpProbe,
  ProbeDeclaration,
  Target,
  TargetDeclaration,
} from "./target";
import type { Team } from "./team";

/** The alert on absent metrics of a service. */
export type NoData =
  | {
      /**
       * An alert of this name reads `absent(up{system="…", app="…"} == 1)` of each kind of target,
       * and `absent()` of the key metrics.
       */
      readonly kind: "alert";
      readonly alert: string;
      readonly metrics: readonly string[];
      /**
       * Kinds of targets (their `app`) whose absence another alert covers, and its name.
       * @default none
       */
      readonly otherAlerts?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "none"; readonly reason: string };

/** The public health endpoint of a system. */
export type PublicHealth =
  | {
      readonly kind: "url";
      /** `https://…` of production; answers 2xx while the system serves. */
      readonly url: string;
    }
  | { readonly kind: "none"; readonly reason: string };

/**
 * One monitored system. Data only: generators decide what comes of it. Optional fields have
 * defaults, which `wholeService` fills in.
 */
export interface ServiceDeclaration {
  /** Value of the label `system`; kebab case, never changes. */
  readonly key: string;
  /** Display name. @default the key */
  readonly displayName?: string;
  /** What the system does, for readers who do not know it; one or two sentences. */
  readonly about: string;
  /**
   * Version and review of its page, which `npm run generate` writes.
   * @default none; the page does not mention them
   */
  readonly document?: ServiceDocument;
  /** The team that owns it and is notified of its alerts. */
  readonly team: Team;
  /** Priorities that mean something else for this system. @default the general ones */
  readonly priorities?: Partial<PriorityMatrix>;
  /**
   * How its team is notified of what the charts' alerts find in its namespace. A namespace that is
   * the platform's too is the platform's alone.
   * @default critical ones as P1, warnings as P2
   */
  readonly chartAlerts?: ChartAlerts;
  /**
   * Whose series and log lines its queries may read; `all` is for queries about several systems.
   * @default "own"
   */
  readonly reads?: "own" | "every-system";
  /**
   * Systems whose rules its proofs need; they are never deployed. For declarations about every
   * system, whose proofs must not depend on the systems of one organisation.
   * @default its proofs use the rules of all declared systems
   */
  readonly provedOn?: readonly ServiceDeclaration[];
  /** Kubernetes namespace of its workloads. @default the key */
  readonly namespace?: string;
  /** What it exposes. @default nothing */
  readonly metrics?: MetricContract;
  /**
   * Series that it may cost in an environment, recorded ones too.
   * @default a tenth of the environment's budget
   */
  readonly seriesBudget?: number;
  /** What is scraped. @default nothing */
  readonly targets?: readonly TargetDeclaration[];
  /** Blackbox probes. @default nothing */
  readonly probes?: readonly ProbeDeclaration[];
  /**
   * Public health endpoint in production; the environment that watches production probes it.
   * @default none
   */
  readonly publicHealth?: PublicHealth;
  /** Releases of exporters for its dependencies. @default none */
  readonly exporters?: readonly Exporter[];
  /**
   * Kubernetes probes of its pods; rendered for the owner of the workload, not applied.
   * @default none
   */
  readonly containerProbes?: readonly ContainerProbes[];
  /**
   * Jobs that evaluate and push metrics; rendered for the owner of the workload, not applied.
   * @default none
   */
  readonly collectionJobs?: readonly CollectionJob[];
  /** How its logs are collected. @default every pod of the namespace, with the default pipeline */
  readonly logs?: LogPipeline;
  /** Whether it sends traces. @default it does, with the default sampling */
  readonly traces?: ServiceTraces;
  /** Recording rules. @default nothing */
  readonly recording?: readonly RecordingGroupDeclaration[];
  /** Time between two evaluations of the alerts. @default 1 minute */
  readonly alertInterval?: Duration;
  /** Alerts on metrics. @default none */
  readonly alerts?: readonly AlertDeclaration[];
  /** Alerts on logs. @default none */
  readonly logAlerts?: readonly LogAlertDeclaration[];
  /** Saved queries about its logs, on a page of their own. @default none */
  readonly logQueries?: readonly LogQuery[];
  /** Saved queries about its traces, on the same page. @default none */
  readonly traceQueries?: readonly TraceQuery[];
  /** SLOs. @default nothing */
  readonly slos?: readonly SloDeclaration[];
  /** What can go wrong in it, beside what can in any system. @default nothing */
  readonly incidents?: readonly Incident[];
  /**
   * How absent metrics are noticed. Required for a system that is scraped; any other has nothing to
   * lose.
   */
  readonly noData?: NoData;
  /** Dashboards. @default none but those that are generated for SLOs and saved queries */
  readonly dashboards?: readonly DashboardDeclaration[];
  /** Sections of the reports that are sent by mail. @default none */
  readonly reports?: readonly ReportSection[];
  /** Recurring tasks, for the checklists and calendars of `docs/operations`. @default none */
  readonly recurringTasks?: readonly RecurringTask[];
  /** What its monitoring must show before the system is released. @default no release gate */
  readonly releaseGate?: ReleaseGate;
}

/**
 * A declaration with every default filled in, as all generators read it. Made by `wholeService`.
 */
export interface Service extends ServiceDeclaration {
  readonly displayName: string;
  readonly provedOn?: readonly Service[];
  readonly namespace: string;
  readonly metrics: MetricContract;
  readonly targets: readonly Target[];
  readonly probes: readonly HttpProbe[];
  readonly publicHealth: PublicHealth;
  readonly exporters: readonly Exporter[];
  readonly recording: readonly RecordingGroup[];
  readonly alertInterval: Duration;
  readonly alerts: readonly Alert[];
  readonly logAlerts?: readonly LogAlert[];
  readonly slos: readonly Slo[];
  readonly noData: NoData;
  readonly dashboards: readonly Dashboard[];
}

/** Whether its queries may read other systems. */
export const readsEverySystem = ({ reads }: Pick<Service, "reads">): boolean =>
  reads === "every-system";

/** Values of the label `app` of the system's pods: scrape targets and collection jobs. */
export const appsOf = ({
  targets,
  collectionJobs = [],
}: Pick<Service, "targets" | "collectionJobs">): readonly string[] => [
  ...targets.map(({ app }) => app),
  ...collectionJobs.map(({ name }) => name),
];
