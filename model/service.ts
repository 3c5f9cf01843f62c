import type { Alert } from "./alert";
import type { CollectionJob } from "./collection-job";
import type { ContainerProbes } from "./container-probe";
import type { Dashboard } from "./dashboard";
import type { Duration } from "./duration";
import type { Duty } from "./duty";
import type { LogPipeline } from "./log-pipeline";
import type { LogAlert } from "./log-alert";
import type { MetricContract } from "./metric";
import type { RecordingGroup } from "./recording-rule";
import type { PriorityMatrix } from "./notification-path";
import type { LogQuery, TraceQuery } from "./saved-query";
import type { ReleaseGate } from "./release-gate";
import type { ReportSection } from "./report";
import type { Slo } from "./slo";
import type { Exporter, HttpProbe, Target } from "./target";
import type { Team } from "./team";
import type { ServiceDocument } from "./service-document";
import type { ServiceTraces } from "./service-traces";

/** How it is noticed that a service sends nothing at all. */
export type NoData =
  | {
      /** An alert of this name reads `absent(up{system="…", app="…"} == 1)` of each kind of target, and `absent()` of the key metrics. */
      readonly kind: "alert";
      readonly alert: string;
      readonly metrics: readonly string[];
      /** Kinds of targets (their `app`) whose absence another alert notices, and its name. @default none */
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

/** Everything that is monitored about one system. Data only: what it becomes is decided elsewhere. */
export interface ServiceDeclaration {
  /** Value of the label `system`; kebab case, never changes. */
  readonly key: string;
  readonly displayName: string;
  /** What its page says of it beyond what is declared here: `npm run generate`. */
  readonly document: ServiceDocument;
  /** Who answers for it and is told of its alerts. */
  readonly team: Team;
  /** Priorities that mean something else here than elsewhere. @default what they mean everywhere */
  readonly priorities?: Partial<PriorityMatrix>;
  /**
   * Whose series and lines its queries may read. Only those about several systems read what is not their own.
   * @default "own"
   */
  readonly reads?: "own" | "every-system";
  /** Kubernetes namespace of its workloads. */
  readonly namespace: string;
  readonly metrics: MetricContract;
  readonly targets: readonly Target[];
  readonly probes: readonly HttpProbe[];
  /** Where production's health is seen from outside its cluster: whatever environment watches production looks there. */
  readonly publicHealth: PublicHealth;
  readonly exporters: readonly Exporter[];
  /** How Kubernetes asks the pods themselves; rendered for the owner of the workload, not applied. @default none */
  readonly containerProbes?: readonly ContainerProbes[];
  /** Runs that evaluate and push metrics; rendered for the owner of the workload, not applied. @default none */
  readonly collectionJobs?: readonly CollectionJob[];
  /** How its logs are collected. @default every pod of the namespace, as all logs are */
  readonly logs?: LogPipeline;
  /** Whether it sends traces. @default it does, and nothing about them is special */
  readonly traces?: ServiceTraces;
  readonly recording: readonly RecordingGroup[];
  /** Time between two evaluations of the alerts. */
  readonly alertInterval: Duration;
  readonly alerts: readonly Alert[];
  /** Conditions that only its log lines tell of. @default none */
  readonly logAlerts?: readonly LogAlert[];
  /** What people ask of its logs; on a page of their own. @default none */
  readonly logQueries?: readonly LogQuery[];
  /** What people ask of its traces; on the same page. @default none */
  readonly traceQueries?: readonly TraceQuery[];
  /** What it has promised to its users. */
  readonly slos: readonly Slo[];
  readonly noData: NoData;
  readonly dashboards: readonly Dashboard[];
  /** Parts of the reports that are sent to stakeholders. @default none */
  readonly reports?: readonly ReportSection[];
  /** What its people do again and again; in the checklists and calendars of `docs/operations`. @default none */
  readonly duties?: readonly Duty[];
  /** What must be seen of its monitoring before the system goes on. @default nothing waits for it */
  readonly releaseGate?: ReleaseGate;
}

/** Whether its queries may be about other systems. */
export const readsEverySystem = ({
  reads,
}: Pick<ServiceDeclaration, "reads">): boolean => reads === "every-system";

/** Values of the label `app` that the system's pods have: what is scraped, and what runs now and then. */
export const appsOf = ({
  targets,
  collectionJobs = [],
}: Pick<
  ServiceDeclaration,
  "targets" | "collectionJobs"
>): readonly string[] => [
  ...targets.map(({ app }) => app),
  ...collectionJobs.map(({ name }) => name),
];
