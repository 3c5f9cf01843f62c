import type { Alert } from "./alert";
import type { ContainerProbes } from "./container-probe";
import type { Dashboard } from "./dashboard";
import type { Duration } from "./duration";
import type { MetricContract } from "./metric";
import type { RecordingGroup } from "./recording-rule";
import type { Slo } from "./slo";
import type { Exporter, HttpProbe, Target } from "./target";

/** Who answers for a service. */
export interface Ownership {
  /** Person or group accountable. */
  readonly owner: string;
  /** Team, kebab case; carried by every alert as label `team`. */
  readonly team: string;
  /** Slack channel with its `#`. */
  readonly slackChannel: `#${string}`;
  /** Name of the on-call schedule. */
  readonly onCall: string;
}

/** How it is noticed that a service sends nothing at all. */
export type NoData =
  | {
      /** An alert of this name reads `absent(up{system="…"} == 1)` and `absent()` of the key metrics. */
      readonly kind: "alert";
      readonly alert: string;
      readonly metrics: readonly string[];
    }
  | { readonly kind: "none"; readonly reason: string };

/** Everything that is monitored about one system. Data only: what it becomes is decided elsewhere. */
export interface ServiceDeclaration extends Ownership {
  /** Value of the label `system`; kebab case, never changes. */
  readonly key: string;
  readonly displayName: string;
  /** Kubernetes namespace of its workloads. */
  readonly namespace: string;
  readonly metrics: MetricContract;
  readonly targets: readonly Target[];
  readonly probes: readonly HttpProbe[];
  readonly exporters: readonly Exporter[];
  /** How Kubernetes asks the pods themselves; rendered for the owner of the workload, not applied. @default none */
  readonly containerProbes?: readonly ContainerProbes[];
  readonly recording: readonly RecordingGroup[];
  /** Time between two evaluations of the alerts. */
  readonly alertInterval: Duration;
  readonly alerts: readonly Alert[];
  /** What it has promised to its users. */
  readonly slos: readonly Slo[];
  readonly noData: NoData;
  readonly dashboards: readonly Dashboard[];
  /** Requirements that are met by the declaration as a whole, with the place that shows it. */
  readonly meets: Readonly<Record<string, string>>;
}
