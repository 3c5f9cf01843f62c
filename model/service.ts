import type { Alert, AlertDeclaration } from "./alert";
import type { CollectionJob } from "./collection-job";
import type { ContainerProbes } from "./container-probe";
import type { Dashboard, DashboardDeclaration } from "./dashboard";
import type { Duration } from "./duration";
import type { RecurringTask } from "./recurring-task";
import type { LogAlert, LogAlertDeclaration } from "./log-alert";
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

/** How it is noticed that a service sends nothing at all. */
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
       * Kinds of targets (their `app`) whose absence another alert notices, and its name. @default
       * none
       */
      readonly otherAlerts?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "none"; readonly reason: string };

/** The address at which a system shows its health to the world. */
export type PublicHealth =
  | {
      readonly kind: "url";
      /** `https://…` of production; answers 2xx while the system serves. */
      readonly url: string;
    }
  | { readonly kind: "none"; readonly reason: string };

/**
 * What is particular about one monitored system. Data only: what it becomes is decided elsewhere.
 * Whatever can be left out has a default, which `wholeService` fills in before anything reads it.
 */
export interface ServiceDeclaration {
  /** Value of the label `system`; kebab case, never changes. */
  readonly key: string;
  /** What people call it. @default the key */
  readonly displayName?: string;
  /** What the system does, for somebody who never heard of it; a sentence or two. */
  readonly about: string;
  /**
   * Version and review of its page, which `npm run generate` writes. @default none; the page says
   * nothing of them
   */
  readonly document?: ServiceDocument;
  /** Who answers for it and is told of its alerts. */
  readonly team: Team;
  /** Priorities that mean something else here than elsewhere. @default what they mean everywhere */
  readonly priorities?: Partial<PriorityMatrix>;
  /**
   * Whose series and lines its queries may read. Only those about several systems read what is not
   * their own.
   * @default "own"
   */
  readonly reads?: "own" | "every-system";
  /**
   * Systems on whose rules its proofs stand; they are never deployed. For what is said of every
   * system, so that its proofs need none of those that an organisation has.
   * @default its proofs stand on the rules of every declared system
   */
  readonly provedOn?: readonly ServiceDeclaration[];
  /** Kubernetes namespace of its workloads. @default the key */
  readonly namespace?: string;
  /** What it exposes. @default nothing */
  readonly metrics?: MetricContract;
  /** What is scraped. @default nothing */
  readonly targets?: readonly TargetDeclaration[];
  /** What is looked at from outside. @default nothing */
  readonly probes?: readonly ProbeDeclaration[];
  /**
   * Where production's health is seen from outside its cluster: whatever environment watches
   * production looks there. @default nowhere
   */
  readonly publicHealth?: PublicHealth;
  /** Releases of exporters that stand beside it. @default none */
  readonly exporters?: readonly Exporter[];
  /**
   * How Kubernetes asks the pods themselves; rendered for the owner of the workload, not applied.
   * @default none
   */
  readonly containerProbes?: readonly ContainerProbes[];
  /**
   * Runs that evaluate and push metrics; rendered for the owner of the workload, not applied.
   * @default none
   */
  readonly collectionJobs?: readonly CollectionJob[];
  /** How its logs are collected. @default every pod of the namespace, as all logs are */
  readonly logs?: LogPipeline;
  /** Whether it sends traces. @default it does, and nothing about them is special */
  readonly traces?: ServiceTraces;
  /** What is recorded from its metrics. @default nothing */
  readonly recording?: readonly RecordingGroupDeclaration[];
  /** Time between two evaluations of the alerts. @default 1 minute */
  readonly alertInterval?: Duration;
  /** Conditions that a person must know of. @default none */
  readonly alerts?: readonly AlertDeclaration[];
  /** Conditions that only its log lines tell of. @default none */
  readonly logAlerts?: readonly LogAlertDeclaration[];
  /** What people ask of its logs; on a page of their own. @default none */
  readonly logQueries?: readonly LogQuery[];
  /** What people ask of its traces; on the same page. @default none */
  readonly traceQueries?: readonly TraceQuery[];
  /** What it has promised to its users. @default nothing */
  readonly slos?: readonly SloDeclaration[];
  /**
   * How it is noticed that it sends nothing. A system that is scraped says it; for any other there
   * is nothing to notice.
   */
  readonly noData?: NoData;
  /** Pages that people open. @default none but those that follow from SLOs and saved queries */
  readonly dashboards?: readonly DashboardDeclaration[];
  /** Parts of the reports that are sent to stakeholders. @default none */
  readonly reports?: readonly ReportSection[];
  /**
   * What its people do again and again; in the checklists and calendars of `docs/operations`.
   * @default none
   */
  readonly recurringTasks?: readonly RecurringTask[];
  /**
   * What must be seen of its monitoring before the system goes on. @default nothing waits for it
   */
  readonly releaseGate?: ReleaseGate;
}

/**
 * A declaration with every default filled in: what all readers are given. Made by `wholeService`.
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

/** Whether its queries may be about other systems. */
export const readsEverySystem = ({ reads }: Pick<Service, "reads">): boolean =>
  reads === "every-system";

/**
 * Values of the label `app` that the system's pods have: what is scraped, and what runs now and
 * then.
 */
export const appsOf = ({
  targets,
  collectionJobs = [],
}: Pick<Service, "targets" | "collectionJobs">): readonly string[] => [
  ...targets.map(({ app }) => app),
  ...collectionJobs.map(({ name }) => name),
];
