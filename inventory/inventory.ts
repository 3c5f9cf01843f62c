/** A Helm release as it will be installed. */
export interface ReleaseEntry {
  readonly name: string;
  readonly chart: string;
  readonly version: string;
}

/** An alert as it will be evaluated. */
export interface AlertEntry {
  readonly name: string;
  readonly system: string;
  readonly priority: string;
  readonly expr: string;
  readonly for: string;
}

/** A monitor or probe as it will be read by the operator. */
export interface MonitorEntry {
  readonly kind: string;
  readonly name: string;
  readonly system: string;
  /** Series at most, by the contract of the service. */
  readonly series: number;
}

/** A dashboard as Grafana will show it. */
export interface DashboardEntry {
  readonly uid: string;
  readonly title: string;
  readonly panels: number;
  readonly folder: string;
}

/** A Secret that must exist before the apply. */
export interface SecretEntry {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly usedBy: readonly string[];
}

/** How soon a tier fires in an outage; durations in Prometheus notation, null for never. */
export interface OutageEntry {
  /** Share of events that are bad while it lasts. */
  readonly errorRatio: number;
  readonly detectedAfter: string | null;
  readonly resolvedAfter: string | null;
}

/** An alert about fast burn. */
export interface TierEntry {
  readonly name: string;
  readonly priority: string;
  /** How many times faster than sustainable the budget burns. */
  readonly factor: number;
  /** Error ratio above which it fires. */
  readonly threshold: number;
  /** Bad events in its long window below which it does not fire; seconds for a `value`. */
  readonly minimumBadEvents: number;
  readonly outages: readonly OutageEntry[];
}

interface SloHead {
  readonly system: string;
  readonly name: string;
  /** One sentence for people. */
  readonly promise: string;
}

/** An SLO, as the application that shows it reads it. */
export type SloEntry =
  | (SloHead & {
      readonly kind: "request" | "value";
      readonly period: string;
      /** Share of good events. */
      readonly objective: number;
      readonly budget: {
        readonly minutes: number;
        /** Of a million events, or seconds for a `value`. */
        readonly perMillion: number;
      };
      readonly tiers: readonly TierEntry[];
    })
  | (SloHead & {
      readonly kind: "zero-tolerance";
      readonly priority: string;
    });

/** Series and samples, by what is declared. */
interface SeriesCost {
  /** Series that the declarations allow. */
  readonly atMost: number;
  /** Series while all is healthy. */
  readonly typical: number;
  /** Series that it may have. */
  readonly budget: number;
  readonly samplesPerSecond: number;
  readonly samplesReadPerSecond: number;
}

/** What a metric, or anything else that a system has, costs. */
export interface CostLineEntry {
  readonly name: string;
  readonly kind: string;
  readonly atMost: number;
  /** Absent where nothing typical is said of it. */
  readonly typical?: number;
  readonly samplesPerSecond: number;
}

/** What a system costs, in each replica of Prometheus. */
export interface SystemCostEntry extends SeriesCost {
  readonly system: string;
  readonly lines: readonly CostLineEntry[];
  readonly dearestRules: readonly {
    readonly name: string;
    readonly samplesReadPerSecond: number;
  }[];
  readonly unknownReads: readonly string[];
}

/** What a store has to keep, in bytes. */
export interface StoreCostEntry {
  readonly retention: string;
  readonly bytesPerDay: number;
  readonly kept: number;
  readonly volume?: {
    readonly path: string;
    readonly needed: number;
    readonly usable: number;
  };
  /** Systems that do not say how much they send. */
  readonly unknown: readonly string[];
}

/** What an environment costs. */
export interface CostEntry extends SeriesCost {
  readonly systems: readonly SystemCostEntry[];
  readonly cluster: readonly {
    readonly name: string;
    readonly series: number;
    readonly samplesPerSecond: number;
  }[];
  readonly stores: {
    readonly metrics: StoreCostEntry;
    readonly logs: StoreCostEntry;
    readonly traces: StoreCostEntry;
  };
}

/** What one environment runs, read back from what was synthesised. */
export interface Inventory {
  readonly environment: string;
  /** Folder with `cdk.tf.json`. */
  readonly folder: string;
  readonly backend: string;
  /** Context of the kubeconfig that it is applied with. */
  readonly kubeconfigContext: string;
  /** Whether Grafana's API accepts a user with a password, and not tokens alone. */
  readonly grafanaPasswords: boolean;
  readonly releases: readonly ReleaseEntry[];
  readonly monitors: readonly MonitorEntry[];
  readonly recordingRules: readonly string[];
  readonly alerts: readonly AlertEntry[];
  readonly dashboards: readonly DashboardEntry[];
  readonly secrets: readonly SecretEntry[];
  /** System by system, each in the order of its declaration. */
  readonly slos: readonly SloEntry[];
  readonly cost: CostEntry;
  readonly warnings: readonly string[];
  /** Addresses of every Terraform resource, sorted. */
  readonly addresses: readonly string[];
}
