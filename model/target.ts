import type { Defaulted } from "./defaulted";
import type { Duration } from "./duration";

/** A key of a Kubernetes Secret; the value itself never enters the project. */
export interface SecretKey {
  readonly secret: string;
  readonly key: string;
}

/** How a scrape proves who it is. */
export type ScrapeAuthentication =
  | {
      /**
       * `Authorization: Bearer` with a token from a Secret in the platform's namespace, where the
       * monitor lies.
       */
      readonly kind: "bearer";
      readonly credentials: SecretKey;
    }
  | {
      /** None; the reason says what keeps strangers out instead. */
      readonly kind: "none";
      readonly reason: string;
    };

/** What every scraped target states. */
interface TargetFields {
  /** Name of the monitor object; lower case, unique in the service. @default the app */
  readonly name: string;
  /** The `app` label that the samples carry, and the `job` they are scraped under. */
  readonly app: string;
  /** Labels that select the Service (or the pods). @default that `app` is the app */
  readonly matchLabels: Readonly<Record<string, string>>;
  /** Labels of the pods. @default those that select the Service, which mostly are the same */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Name of the port. */
  readonly port: string;
  /**
   * Number of that port in the pod, which may differ from the Service's: network policies know no
   * other.
   */
  readonly containerPort: number;
  /** Path of the endpoint. @default "/metrics" */
  readonly path?: string;
  /**
   * Time between two scrapes; 2 minutes at most, since an instant query looks back 5. @default 30
   * seconds
   */
  readonly interval: Duration;
  /** Number of targets expected at most, used to estimate series. */
  readonly expectedTargets: number;
  readonly authentication: ScrapeAuthentication;
  /**
   * Refuse a scrape with more samples. Leave it out and it becomes twice what the contract
   * promises, at least 1,000.
   * @default twice the contract's series per target, at least 1,000
   */
  readonly sampleLimit?: number;
}

/**
 * Something that Prometheus scrapes inside the cluster.
 * @see https://prometheus-operator.dev/docs/api-reference/api/
 */
export type Target =
  | (TargetFields & { readonly kind: "service-monitor" })
  | (TargetFields & { readonly kind: "pod-monitor" });

/** A target as it is declared. @default of its kind: pods behind a Service */
export type TargetDeclaration = Defaulted<
  Target,
  "kind" | "name" | "matchLabels" | "interval"
>;

/** What an endpoint answers while all is well; whatever else it answers is a failure. */
export interface HealthyAnswer {
  /** The one status of HTTP that is accepted, whatever others are successes too. */
  readonly status: number;
  /** RE2, anywhere in the body. */
  readonly body: string;
}

/** A black-box check of an HTTP endpoint. */
export interface HttpProbe {
  /** Name of the Probe object; lower case, unique in the service. @default `<key>-<probe>` */
  readonly name: string;
  /** Value of the label `probe`, which tells what is checked. @default "health" */
  readonly probe: string;
  /**
   * Address inside the cluster, or a public one; or the name of one of the system's `systemUrls`,
   * where each environment has its own.
   */
  readonly url: string | { readonly environmentUrl: string };
  /** What it must answer, where a success in HTTP alone does not tell. @default any 2xx */
  readonly answer?: HealthyAnswer;
  /** Time between two checks; 2 minutes at most. @default 30 seconds */
  readonly interval: Duration;
}

/** A probe as it is declared. */
export type ProbeDeclaration = Defaulted<
  HttpProbe,
  "name" | "probe" | "interval"
>;

/** A release of an exporter that stands beside the service. */
export type Exporter =
  | {
      readonly kind: "redis";
      /** Name of the release. */
      readonly name: string;
      /** `redis://host:6379`, no password in it. */
      readonly address: string;
      /** Where the password lies, in the namespace of the platform. */
      readonly password: SecretKey | { readonly kind: "none" };
    }
  | {
      readonly kind: "postgres";
      readonly name: string;
      /** Host and port, `postgres.shop.svc:5432`. */
      readonly host: string;
      readonly database: string;
      /** Monitoring user, with the role `pg_monitor`. */
      readonly user: string;
      readonly password: SecretKey;
    };
