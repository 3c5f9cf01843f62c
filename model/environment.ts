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
import type { CloudWatch } from "./cloud-watch";
import type { Duration } from "./duration";
import type { EnvironmentKind } from "./environment-choice";
import type { MaintenanceWindow, Silence } from "./mute";
import type { OutsideTarget } from "./outside-target";
import type { LogStore, MetricsStore, TraceStore } from "./stores";
import type { SecretKey } from "./target";
import type { Threshold } from "./threshold";
import type { WrittenReport } from "./written-report";

/** CPU in cores and memory that a container asks for and may use at most. */
export interface Resources {
  readonly cpu: number;
  readonly memory: Bytes;
  /** @default the request: memory is not shared */
  readonly memoryLimit?: Bytes;
}

/** A volume that survives its pod. */
export interface Volume {
  readonly size: Bytes;
  /** @default the cluster's default class */
  readonly storageClass?: string;
}

/** Where charts are fetched from. */
export type ChartSource =
  | { readonly kind: "upstream" }
  | {
      /** One repository that mirrors every chart, for clusters and pipelines without internet. */
      readonly kind: "mirror";
      /** `https://…` or `oci://…` */
      readonly repository: string;
    };

/** The database of Grafana. */
export type GrafanaState =
  | { readonly kind: "volume"; readonly volume: Volume }
  | {
      /** Shared, so that more than one replica can run. */
      readonly kind: "postgres";
      /**
       * Host and port: `postgres.databases.svc:5432`; not in the platform's namespace, which lets
       * only its own pods talk.
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
       * Age at which the bucket itself deletes an object; a store that still looks for it would
       * fail.
       */
      readonly lifecycle: Duration;
      /** Role that the pods assume; no keys anywhere. */
      readonly roleArn: string;
    };

/** A switch whose `off` is never without a reason. */
export type Switch<On> =
  | ({ readonly kind: "on" } & On)
  | { readonly kind: "off"; readonly reason: string };

/** A limit of one alert that differs in this environment. */
export interface ThresholdOverride {
  readonly system: string;
  readonly alert: string;
  readonly threshold: string;
  readonly value: Threshold;
  readonly reason: string;
}

/** Who is told in an environment, and when nobody is. */
export interface Notification {
  /** Whether the pagers of teams are called. */
  readonly pager: Switch<object>;
  readonly email: Switch<object>;
  readonly escalation: Switch<object>;
  /** The channels that teams talk in, or one that stands in for them all. */
  readonly chat:
    | { readonly kind: "teams" }
    | {
        readonly kind: "one";
        readonly channel: SlackChannel | TeamsChannel;
        readonly reason: string;
      };
  /** Priorities of which people are told; the others are seen in Grafana only. */
  readonly priorities: Readonly<Record<Priority, Switch<object>>>;
  /** Where alerts go that no route knows. Each is a mistake to mend on the next business day. */
  readonly unrouted: SlackChannel | TeamsChannel;
  /** External service that notices when Alertmanager tells nobody anything. */
  readonly heartbeat: HeartbeatChannel & {
    /** Silence after which it speaks. */
    readonly after: Duration;
    readonly notifies: ChannelRole;
  };
  /**
   * Who is told by Grafana itself that Prometheus or Alertmanager can tell nobody. Nothing switches
   * it off.
   */
  readonly secondPath: { readonly channels: readonly PeopleChannel[] };
  /**
   * Of business hours, maintenance windows and silences: a name of the IANA database,
   * `Europe/Zurich`.
   */
  readonly timeZone: string;
  /** Monday to Friday; the end is not part of it. */
  readonly businessHours: { readonly from: string; readonly until: string };
  readonly maintenance: readonly MaintenanceWindow[];
  readonly silences: readonly Silence[];
}

/** Where a cluster's own parts answer, as ranges of IPv4 addresses: `10.0.0.0/20`. */
export interface ClusterNetwork {
  readonly apiServer: {
    /**
     * `kubectl get endpoints kubernetes`; with the Amazon VPC CNI also the address of the Service,
     * as /32.
     */
    readonly addresses: readonly string[];
    /** Port of these endpoints; 443 or 6443. */
    readonly port: number;
  };
  readonly nodes: readonly string[];
  readonly pods: readonly string[];
  /** Virtual addresses of Services. */
  readonly services: readonly string[];
  /**
   * Outside of the cluster and not of the internet: mail, identity provider, object storage in a
   * private network.
   */
  readonly privateServices: readonly string[];
  /** Namespace of the ingress controller's pods. */
  readonly ingressNamespace: string;
}

/** Where back-ups are kept: a bucket of their own, with versions, that outlives the cluster. */
export interface BackupStorage {
  readonly bucket: string;
  readonly region: string;
  /**
   * Role that the jobs assume: may put and read objects here, and ask each bucket of the platform
   * whether it keeps versions.
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

/** Reports for people who open no dashboard: who gets them, and when. */
export interface Reports {
  /** Image of the program that `cli/report/Dockerfile` builds, with a version or a digest. */
  readonly image: string;
  /** Mailboxes of the stakeholders. */
  readonly recipients: readonly string[];
  /** Where a short message says that a report was sent. */
  readonly chat: Switch<{ readonly channel: SlackChannel }>;
  /**
   * Of the times below, and of what is written in a report: a name of the IANA database,
   * `Europe/Zurich`.
   */
  readonly timeZone: string;
  readonly weekly: {
    readonly day: (typeof WEEKDAYS)[number];
    readonly at: TimeOfDay;
  };
  /** On the first working day of the month: Monday to Friday, public holidays are not known. */
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
   * Name of the stack, and the label `environment`; kebab case, at most 40 characters, and no other
   * environment's.
   */
  readonly name: string;
  /** Whether people rely on it. There may be several of either kind. */
  readonly kind: EnvironmentKind;
  readonly cluster: {
    /** Label `cluster` on everything that leaves Prometheus. */
    readonly name: string;
    /** Context of the kubeconfig that is used to apply. */
    readonly kubeconfigContext: string;
    /** @default "~/.kube/config" */
    readonly kubeconfigPath?: string;
  };
  readonly network: ClusterNetwork;
  readonly backend: Backend;
  readonly charts: ChartSource;
  /**
   * Namespace of the platform; rules and panels about the platform name it, so it is the same
   * everywhere.
   */
  readonly namespace: "monitoring";
  /** Host names end in it. */
  readonly domain: string;
  readonly ingress: {
    readonly className: string;
    /** Issuer of certificates (cert-manager). */
    readonly clusterIssuer: string;
    /**
     * Whether a stranger trusts these certificates; those of a trial issuer are trusted by nobody.
     */
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
    readonly admin: {
      /** Secret with the keys below, in the platform's namespace. */
      readonly secret: string;
      readonly userKey: string;
      readonly passwordKey: string;
      /** Key of what Grafana encrypts its own secrets with; it never changes once data exists. */
      readonly encryptionKey: string;
    };
    readonly singleSignOn: {
      /** Address of the identity provider's OpenID Connect issuer. */
      readonly issuer: string;
      /**
       * What the provider's `/.well-known/openid-configuration` says of its endpoints.
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
       * Group of the identity provider whose members are on call. They may silence alerts, for
       * which Grafana has no smaller role than Editor; dashboards and rules that are declared stay
       * read-only for them.
       * @default nobody: administrators alone may silence
       */
      readonly onCallGroup?: string;
    };
    /** A second way in; never where people rely on the environment. */
    readonly loginForm: boolean;
    /** Links that work without signing in. */
    readonly externalShare: boolean;
    /**
     * Logs that somebody else keeps in Elasticsearch, to be looked at beside our own: nothing of
     * ours writes there. @default none
     */
    readonly elasticsearch?: Elasticsearch;
    /**
     * Metrics that are kept in Amazon CloudWatch, to be looked at beside ours: no alert reads them.
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
   * Once a day: Grafana's database, Alertmanager's silences, and whether the buckets keep versions.
   */
  readonly backups: Switch<BackupStorage>;
  /** What collects logs and takes telemetry from applications. */
  readonly alloy: {
    /** Of the pod on each node that reads the logs of its pods. */
    readonly logs: Resources;
    /** Where applications send traces, logs and metrics to. */
    readonly gateway: {
      readonly replicas: number;
      readonly resources: Resources;
    };
    /**
     * Key with which user ids in logs are hashed: letters and digits, 32 or more. Whoever has it
     * can look one person up; a new one makes the same person another.
     */
    readonly userIdKey: SecretKey;
  };
  readonly notification: Notification;
  /**
   * The environment that this one looks at from outside, since none can report its own outage. An
   * environment that no other one watches is a warning.
   * @default none
   */
  readonly watches?: {
    /** Its name; another one. */
    readonly environment: string;
    /**
     * Who is told when it does not answer: people of the environment that is watched, or whoever
     * tries a change.
     */
    readonly channels: readonly PeopleChannel[];
  };
  /** What is sent to stakeholders by mail. */
  readonly reports: Switch<Reports>;
  /**
   * Image of each system that has collection jobs, by its key; with a version that does not move.
   * @default none
   */
  readonly collectionImages?: Readonly<Record<string, string>>;
  /**
   * Targets that run on hosts here. What is not among them runs in the cluster, where its
   * declaration says.
   */
  readonly outsideTargets: readonly OutsideTarget[];
  readonly urls: {
    /** Base address of the runbook pages. */
    readonly runbooks: string;
  };
  /**
   * Addresses of a system that differ between environments, by its key and a name: probes and
   * replaced pages read them. @default none
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

/** Where somebody else keeps logs. */
export interface Elasticsearch {
  /** `http://elasticsearch.logging.svc.cluster.local:9200`. */
  readonly url: string;
  /** Name of the indices, as a pattern: `logs-*`. */
  readonly index: string;
  /** Field of a document that says when. @default "@timestamp" */
  readonly timeField?: string;
}
