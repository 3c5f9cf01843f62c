import type { LabelValues } from "../model/label-values";
import type { Priority } from "../model/alert";
import type { AccessClass } from "../model/dashboard";
import type { Cadence } from "../model/recurring-task";
import type { MaintenanceWindow, Silence } from "../model/mute";
import type { NoData, PublicHealth } from "../model/service";
import type { AlertEntry } from "./alert-form";

/**
 * What an environment's people need to know and Terraform does not hold. Lengths of time are in
 * Prometheus notation, `1h30m`; what is undefined here is left out of the file. Its JSON Schema is
 * `docs/catalogue.schema.json`.
 */
export interface Catalogue {
  /**
   * Raised when a reader of the previous form would misread the new one; an added field does not
   * raise it.
   */
  readonly version: 1;
  readonly environment: string;
  /** Label `cluster` of everything that leaves Prometheus. */
  readonly cluster: string;
  readonly teams: readonly TeamEntry[];
  readonly notification: NotificationEntry;
  readonly systems: readonly SystemEntry[];
  /** What the whole environment costs, in each replica of Prometheus. */
  readonly cost: CostEntry;
  /** Alerts that charts bring along: their rules stand in the charts. */
  readonly chartAlerts: readonly ChartAlertEntry[];
  /** Requirements and what meets them, if there is a catalogue of requirements. */
  readonly requirements: readonly RequirementEntry[] | undefined;
}

/** A channel by its kind and display name; its credentials stay in a Secret. */
export interface ChannelEntry {
  readonly kind: string;
  readonly name: string;
}

/** Who answers for systems. */
export interface TeamEntry {
  readonly key: string;
  readonly owner: string;
  readonly onCall: string;
  /** By role, as the team has them; the environment may switch a role off. */
  readonly channels: Readonly<Record<string, readonly ChannelEntry[]>>;
  readonly escalation: readonly {
    readonly who: string;
    readonly when: string;
  }[];
  /** Keys of its systems. */
  readonly systems: readonly string[];
}

/** What the environment decides for all systems. */
export interface NotificationEntry {
  /** Roles and priorities that are off, each with its reason. */
  readonly off: Readonly<Record<string, string>>;
  readonly timeZone: string;
  readonly businessHours: { readonly from: string; readonly until: string };
  readonly maintenance: readonly MaintenanceWindow[];
  readonly silences: readonly Silence[];
  /** Who is notified of alerts that match no route. */
  readonly unrouted: readonly ChannelEntry[];
  /** Who is notified by Grafana that the first path does not work. */
  readonly secondPath: readonly ChannelEntry[];
  readonly heartbeatAfter: string;
  /** The environment that this one probes from outside, and who is notified of it. */
  readonly watches:
    | {
        readonly environment: string;
        readonly channels: readonly ChannelEntry[];
      }
    | undefined;
}

/** Who is notified of a system's alerts of one priority, or of one named path. */
export interface ReceiverEntry {
  readonly receiver: string;
  readonly priority: Priority;
  readonly path: string | undefined;
  readonly channels: readonly ChannelEntry[];
  /** Why there are none, where the environment says so. */
  readonly nobody: string | undefined;
  readonly acknowledge: string | undefined;
  readonly response: string;
  readonly hours: "always" | "business";
  readonly notifiesResolved: boolean;
}

/** One system, as it is declared. */
export interface SystemEntry {
  readonly key: string;
  readonly displayName: string;
  readonly about: string;
  readonly namespace: string;
  /** Key of the team that answers for it. */
  readonly team: string;
  /**
   * Its page, where it is reviewed: version, the day of it, and the day by which its owner reads it
   * again.
   */
  readonly document:
    | {
        readonly version: string;
        readonly since: string;
        readonly nextReview: string;
      }
    | undefined;
  readonly publicHealth: PublicHealth;
  readonly noData: NoData;
  readonly receivers: readonly ReceiverEntry[];
  readonly metrics: readonly MetricEntry[];
  readonly targets: readonly TargetEntry[];
  readonly probes: readonly ProbeEntry[];
  readonly recordingRules: readonly RecordingEntry[];
  readonly alerts: readonly AlertEntry[];
  readonly slos: readonly SloEntry[];
  readonly recurringTasks: readonly RecurringTaskEntry[];
  readonly cost: SystemCostEntry;
  readonly dashboards: readonly DashboardEntry[];
  readonly logQueries: readonly SavedQueryEntry[];
  readonly traceQueries: readonly SavedQueryEntry[];
}

/** A metric's contract. */
export interface MetricEntry {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram" | "summary";
  readonly help: string;
  readonly source: string;
  readonly retention: string;
  /** Labels that the source sets, with the values that each takes. */
  readonly labels: Readonly<Record<string, LabelValues>>;
  readonly buckets: readonly number[] | undefined;
  /** Of a summary. */
  readonly quantiles: readonly number[] | undefined;
  /** Series that one target exposes at most. */
  readonly seriesPerTarget: number;
  /** When its first series appears, where it has none from the start. */
  readonly appears: string | undefined;
}

/** Series and samples, by what is declared. */
export interface SeriesCostEntry {
  /** Series that the declarations allow. */
  readonly atMost: number;
  /** Series while all is healthy; what says nothing of itself counts with what is allowed. */
  readonly typical: number;
  /** Series that it may have. */
  readonly budget: number;
  /** Samples that are written in a second. */
  readonly samplesPerSecond: number;
  /** Samples that rules read in a second. */
  readonly samplesReadPerSecond: number;
}

/** What a system costs. */
export interface SystemCostEntry extends SeriesCostEntry {
  readonly lines: readonly {
    /** Of a metric or a recorded series its name. */
    readonly name: string;
    readonly kind: "metric" | "scrapes" | "exporter" | "probes" | "recorded";
    readonly atMost: number;
    /** `undefined` where the contract says nothing typical of it. */
    readonly typical: number | undefined;
    readonly samplesPerSecond: number;
  }[];
  /** The rules that read most, the dearest first. */
  readonly dearestRules: readonly {
    readonly name: string;
    readonly samplesReadPerSecond: number;
  }[];
  /** Series that its rules read and nothing declares; they are not among what is read. */
  readonly unknownReads: readonly string[];
}

/** What an environment costs. */
export interface CostEntry extends SeriesCostEntry {
  /** The cluster and the platform themselves, by orders of magnitude. */
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

/** What a store has to keep, in bytes. */
export interface StoreCostEntry {
  readonly retention: string;
  readonly bytesPerDay: number;
  /** Kept for the retention, on a volume or in a bucket. */
  readonly kept: number;
  /** The volume of one pod, where it must have room for what is kept. */
  readonly volume:
    | {
        /** Where it is declared: `prometheus.volume`. */
        readonly path: string;
        readonly needed: number;
        readonly usable: number;
      }
    | undefined;
  /** Systems that do not say how much they send; they count as nothing. */
  readonly unknown: readonly string[];
}

/** What is scraped. */
export interface TargetEntry {
  readonly name: string;
  readonly app: string;
  readonly interval: string;
  readonly expectedTargets: number;
  /** Hosts outside of the cluster where it runs there. */
  readonly addresses: readonly string[] | undefined;
}

/** Endpoints that are probed. */
export interface ProbeEntry {
  readonly name: string;
  /** Value of the label `probe`. */
  readonly probe: string;
  readonly url: string;
  readonly interval: string;
}

/** A recording rule; proved by itself, or by the alerts that read it. */
export interface RecordingEntry {
  readonly record: string;
  readonly group: string;
  readonly interval: string;
  readonly expr: string;
  readonly proof: RecordingProofEntry | undefined;
}

/** What a recording rule makes of raw series. */
export interface RecordingProofEntry {
  readonly cases: readonly {
    readonly name: string;
    readonly series: Readonly<Record<string, string>>;
    readonly at: string;
    readonly interval: string | undefined;
    readonly evaluation: string | undefined;
    readonly samples: readonly {
      readonly labels?: Readonly<Record<string, string>>;
      readonly value: number;
    }[];
  }[];
  readonly equivalent: Readonly<Record<string, string>> | undefined;
}

/** An SLO as it is declared; budget, tiers and queries are in `slos/<system>.json`. */
export interface SloEntry {
  readonly name: string;
  readonly kind: "request" | "value" | "zero-tolerance";
  readonly description: string;
  /** `seed` where its owner asked for it, `derived` where the objective may still change. */
  readonly origin: "seed" | "derived";
  readonly priority: Priority;
  readonly period: string;
  /** Labels each of whose values has a budget of its own. */
  readonly groupBy: readonly string[];
  /** Share of good events; undefined where no bad event is allowed. */
  readonly objective: number | undefined;
  /** PromQL of bad and of all events. */
  readonly bad: string;
  readonly total: string | undefined;
  readonly minimumBadEvents: number | undefined;
  /** Raw series that are good, bad, or neither. */
  readonly examples: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Recurring tasks. */
export interface RecurringTaskEntry {
  readonly task: string;
  readonly cadence: Cadence;
  readonly how: string;
  readonly alert: string | undefined;
  readonly page: string | undefined;
}

/** A page of Grafana. */
export interface DashboardEntry {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly access: AccessClass;
  readonly panels: readonly {
    /** Its key within the dashboard: `latency`. */
    readonly id: string;
    /** Its number in addresses: `?viewPanel=7`. */
    readonly number: number;
    readonly title: string;
    readonly visualisation: string;
  }[];
}

/** A saved query. */
export interface SavedQueryEntry {
  readonly title: string;
  readonly description: string;
  readonly expr: string;
}

/** An alert that a chart ships and no system replaces. */
export interface ChartAlertEntry {
  readonly name: string;
  readonly severity: string | undefined;
  readonly receiver: string;
  /** Why it notifies nobody, where it does not. */
  readonly nobody: string | undefined;
}

/** What was asked for, and where it is met. */
export interface RequirementEntry {
  readonly id: string;
  /** `seed`: asked for; `derived`: follows from it; `proposed`: an addition. */
  readonly origin: string;
  readonly text: string;
  /** What meets it: systems, alerts, files. Empty where nothing does yet. */
  readonly metBy: readonly string[];
}
