import type { Priority } from "./alert";
import type { Backend } from "./backend";
import type { Bytes } from "./bytes";
import type {
  ChannelRole,
  HeartbeatChannel,
  PeopleChannel,
  SlackChannel,
  TeamsChannel,
} from "./channel";
import type { ChartSource } from "./chart-source";
import type { CloudWatch } from "./cloud-watch";
import type { ClusterSize } from "./cluster-size";
import type { Duration } from "./duration";
import type { Elasticsearch } from "./elasticsearch";
import type { EnvironmentKind } from "./environment-choice";
import type { GrafanaAdmin } from "./grafana-admin";
import type { MaintenanceWindow, Silence } from "./mute";
import type { OutsideTarget } from "./outside-target";
import type { LogStore, MetricsStore, TraceStore } from "./stores";
import type { SecretKey } from "./target";
import type { Threshold } from "./threshold";
import type { WrittenReport } from "./written-report";

/** CPU in cores, requested, and memory, requested and limited. */
export interface Resources {
  readonly cpu: number;
  readonly memory: Bytes;
  /** @default the request: memory is not overcommitted */
  readonly memoryLimit?: Bytes;
}

/** A persistent volume. */
export interface Volume {
  readonly size: Bytes;
  /** @default the cluster's default class */
  readonly storageClass?: string;
}

/** The database of Grafana. */
export type GrafanaState =
  | { readonly kind: "volume"; readonly volume: Volume }
  | {
      /** External, so that more than one replica can run. */
      readonly kind: "postgres";
      /**
       * Host and port: `postgres.databases.svc:5432`. Not in the platform's namespace, whose
       * network policies admit only its own pods.
       */
      readonly host: string;
      readonly database: string;
      readonly user: string;
      readonly password: SecretKey;
    };

/** Object storage, or a disk, for logs and traces. */
export type ObjectStorage =
  | { readonly kind: "filesystem" }
  | {
      readonly kind: "s3";
      readonly bucket: string;
      readonly region: string;
      /**
       * Age at which the bucket's lifecycle rule deletes an object. It must exceed the retention,
       * or the store fails on missing objects.
       */
      readonly lifecycle: Duration;
      /** IAM role that the pods assume; no keys anywhere. */
      readonly roleArn: string;
    };

/** A switch; `off` requires a reason. */
export type Switch<On> =
  | ({ readonly kind: "on" } & On)
  | { readonly kind: "off"; readonly reason: string };

/** A threshold of one alert that differs in this environment. */
export interface ThresholdOverride {
  readonly system: string;
  readonly alert: string;
  readonly threshold: string;
  readonly value: Threshold;
  readonly reason: string;
}

/** Who is notified in an environment, and when notifications are muted. */
export interface Notification {
  /** Whether the teams' pagers are used. */
  readonly pager: Switch<object>;
  readonly email: Switch<object>;
  readonly escalation: Switch<object>;
  /** The teams' chat channels, or one channel that replaces them all. */
  readonly chat:
    | { readonly kind: "teams" }
    | {
        readonly kind: "one";
        readonly channel: SlackChannel | TeamsChannel;
        readonly reason: string;
      };
  /** Priorities that notify people; alerts of the others are only visible in Grafana. */
  readonly priorities: Readonly<Record<Priority, Switch<object>>>;
  /** Receiver of alerts that match no route. Each of them is a configuration error. */
  readonly unrouted: SlackChannel | TeamsChannel;
  /** External dead man's switch, which notifies when Alertmanager stops sending. */
  readonly heartbeat: HeartbeatChannel & {
    /** Time without a heartbeat after which it notifies. */
    readonly after: Duration;
    readonly notifies: ChannelRole;
  };
  /**
   * Who is notified by Grafana itself when Prometheus or Alertmanager cannot notify. It cannot be
   * switched off.
   */
  readonly secondPath: { readonly channels: readonly PeopleChannel[] };
  /**
   * Time zone of business hours, maintenance windows and silences: a name of the IANA database,
   * `Europe/Zurich`.
   */
  readonly timeZone: string;
  /** Monday to Friday; the end is exclusive. */
  readonly businessHours: { readonly from: string; readonly until: string };
  readonly maintenance: readonly MaintenanceWindow[];
  readonly silences: readonly Silence[];
}

/** Addresses of a cluster's own components, as IPv4 ranges: `10.0.0.0/20`. */
export interface ClusterNetwork {
  readonly apiServer: {
    /**
     * Addresses of the API server, from `kubectl get endpoints kubernetes`; with the Amazon VPC CNI
     * also the address of the Service, as /32.
     */
    readonly addresses: readonly string[];
    /** Port of these endpoints; 443 or 6443. */
    readonly port: number;
  };
  readonly nodes: readonly string[];
  readonly pods: readonly string[];
  /** Cluster IPs of Services. */
  readonly services: readonly string[];
  /** Private networks outside the cluster: mail, identity provider, object storage. */
  readonly privateServices: readonly string[];
  /** Namespace of the ingress controller's pods. */
  readonly ingressNamespace: string;
}

/** Bucket of the back-ups: separate, versioned, and independent of the cluster's lifetime. */
export interface BackupStorage {
  readonly bucket: string;
  readonly region: string;
  /**
   * IAM role of the back-up jobs: may read and write objects here, and may check whether each of
   * the platform's buckets is versioned.
   */
  readonly roleArn: string;
}

/** A time of day: `08:00`. */
export type TimeOfDay = `${number}:${number}`;

/** Days of the week, in the order of cron: Sunday is 0. */
export const WEEKDAYS = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;

/** Reports by mail: recipients and schedule. */
export interface Reports {
  /** Image of the program that `cli/report/Dockerfile` builds, with a version or a digest. */
  readonly image: string;
  /** Mailboxes of the recipients. */
  readonly recipients: readonly string[];
  /** Channel that is notified when a report was sent. */
  readonly chat: Switch<{ readonly channel: SlackChannel }>;
  /**
   * Time zone of the schedules below and of the reports: a name of the IANA database,
   * `Europe/Zurich`.
   */
  readonly timeZone: string;
  readonly weekly: {
    readonly day: (typeof WEEKDAYS)[number];
    readonly at: TimeOfDay;
  };
  /** On the first working day of the month: Monday to Friday; public holidays are ignored. */
  readonly monthly: { readonly at: TimeOfDay };
  /**
   * Reports that a system's own program writes, by name; the job is called `report-<name>`.
   * @default none
   */
  readonly written?: Readonly<Record<string, Switch<WrittenReport>>>;
}

/** One environment: what differs between two deployments of the same declarations. Data only. */
export interface EnvironmentConfig {
  /**
   * Name of the stack, and value of the label `environment`; kebab-case, at most 40 characters,
   * unique.
   */
  readonly name: string;
  /** Whether people rely on it. There may be several of either kind. */
  readonly kind: EnvironmentKind;
  readonly cluster: {
    /** Value of the label `cluster` on everything that leaves Prometheus. */
    readonly name: string;
    /** Context of the kubeconfig that Terraform uses. */
    readonly kubeconfigContext: string;
    /** @default "~/.kube/config" */
    readonly kubeconfigPath?: string;
    /**
     * How large the cluster is, to estimate its own series.
     * @default ten nodes and 300 pods
     */
    readonly size?: ClusterSize;
  };
  readonly network: ClusterNetwork;
  readonly backend: Backend;
  readonly charts: ChartSource;
  /**
   * Namespace of the platform. Rules and panels about the platform name it, so it is the same in
   * every environment.
   */
  readonly namespace: "monitoring";
  /** Domain of all host names. */
  readonly domain: string;
  readonly ingress: {
    readonly className: string;
    /** Certificate issuer (cert-manager). */
    readonly clusterIssuer: string;
    /** Whether these certificates are publicly trusted; those of a staging issuer are not. */
    readonly trusted: boolean;
  };
  readonly prometheus: {
    readonly replicas: number;
    readonly retention: Duration;
    readonly volume: Volume;
    readonly scrapeInterval: Duration;
    readonly scrapeTimeout: Duration;
    readonly evaluationInterval: Duration;
    readonly resources: Resources;
    /**
     * Series that one replica may hold, of all systems and the cluster.
     * @default four fifths of what its volume and its memory hold
     */
    readonly seriesBudget?: number;
  };
  readonly alertmanager: {
    readonly replicas: number;
    readonly retention: Duration;
    readonly volume: Volume;
    readonly resources: Resources;
  };
  readonly grafana: {
    readonly replicas: number;
    readonly state: GrafanaState;
    readonly admin: GrafanaAdmin;
    /**
     * Whether Grafana's API accepts a user with a password. It must until `GRAFANA_AUTH` is the
     * token of a service account, as it cannot be at the first apply: `npm run preflight` refuses
     * `false` before.
     * @default true
     */
    readonly basicAuthentication?: boolean;
    readonly singleSignOn: {
      /** Address of the identity provider's OpenID Connect issuer. */
      readonly issuer: string;
      /**
       * Endpoints as listed in the provider's `/.well-known/openid-configuration`.
       * @default `/authorize`, `/token` and `/userinfo` below the issuer
       */
      readonly endpoints?: {
        readonly authorization: string;
        readonly token: string;
        readonly userInfo: string;
      };
      readonly clientId: string;
      readonly clientSecret: SecretKey;
      /** Group of the identity provider whose members administer Grafana. */
      readonly adminGroup: string;
      /**
       * Group of the identity provider whose members, the engineers who answer alerts, are Editors
       * of Grafana: no smaller role may silence or use Explore. They may view the folders of
       * engineering without being in a team. What is provisioned stays read-only for them;
       * `docs/deployment.md` lists what else an Editor may do.
       * @default nobody: only administrators may silence, and messages say so
       */
      readonly editorGroup?: string;
    };
    /** Login form for local users; never in production. */
    readonly loginForm: boolean;
    /** Shared links that work without signing in. */
    readonly externalShare: boolean;
    /**
     * An external Elasticsearch with logs, as an additional data source. This project writes
     * nothing to it.
     * @default none
     */
    readonly elasticsearch?: Elasticsearch;
    /**
     * Metrics in Amazon CloudWatch, as an additional data source; no alert reads them.
     * @default none
     */
    readonly cloudWatch?: CloudWatch;
    readonly resources: Resources;
  };
  readonly smtp: {
    /** Host and port. */
    readonly host: string;
    readonly from: string;
    readonly user: string;
    readonly password: SecretKey;
  };
  readonly metrics: MetricsStore;
  readonly logs: LogStore;
  readonly traces: TraceStore;
  /**
   * Daily back-up jobs: Grafana's database, Alertmanager's silences, and whether the buckets are
   * versioned.
   */
  readonly backups: Switch<BackupStorage>;
  /** Alloy: collects logs and receives telemetry from applications. */
  readonly alloy: {
    /** The DaemonSet pod that reads the logs of its node's pods. */
    readonly logs: Resources;
    /** The gateway that applications send traces, logs and metrics to. */
    readonly gateway: {
      readonly replicas: number;
      readonly resources: Resources;
    };
    /**
     * Key with which user ids in logs are hashed: letters and digits, 32 or more. Whoever has it
     * can look up one person; a new key changes every hash.
     */
    readonly userIdKey: SecretKey;
  };
  readonly notification: Notification;
  /**
   * The environment that this one probes from outside, since an environment cannot report its own
   * outage. A warning names environments that no other one watches.
   * @default none
   */
  readonly watches?: {
    /** Name of another environment. */
    readonly environment: string;
    /**
     * Who is notified when it does not answer: the people of the watched environment, or whoever
     * tests changes.
     */
    readonly channels: readonly PeopleChannel[];
  };
  /** Reports sent by mail. */
  readonly reports: Switch<Reports>;
  /**
   * Image of each system that has collection jobs, by its key; with a fixed version.
   * @default none
   */
  readonly collectionImages?: Readonly<Record<string, string>>;
  /**
   * Targets that run on hosts in this environment. All others run in the cluster, as their
   * declaration says.
   * @default none
   */
  readonly outsideTargets: readonly OutsideTarget[];
  readonly urls: {
    /** Base address of the runbook pages. */
    readonly runbooks: string;
  };
  /**
   * Addresses of a system that differ between environments, by its key and a name: probes and
   * replaced pages read them.
   * @default none
   */
  readonly systemUrls?: SystemUrls;
  readonly thresholds: readonly ThresholdOverride[];
}

/**
 * Addresses by the key of a system and a name:
 * `{ shop: { health: "https://shop.example.com/health" } }`.
 */
export type SystemUrls = Readonly<
  Record<string, Readonly<Record<string, string>>>
>;
