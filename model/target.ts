import type { Defaulted } from "./defaulted";
import type { Duration } from "./duration";

/** A key of a Kubernetes Secret; the value itself never enters the project. */
export interface SecretKey {
  readonly secret: string;
  readonly key: string;
}

/** Authentication of a scrape. */
export type ScrapeAuthentication =
  | {
      /**
       * `Authorization: Bearer` with a token from a Secret in the platform's namespace, where the
       * monitor is.
       */
      readonly kind: "bearer";
      readonly credentials: SecretKey;
    }
  | {
      /** None; the reason says what protects the endpoint instead. */
      readonly kind: "none";
      readonly reason: string;
    };

/** Fields that every scrape target has. */
interface TargetFields {
  /** Name of the monitor object; lower case, unique in the service. @default the app */
  readonly name: string;
  /** The `app` label that the samples carry, and the `job` they are scraped under. */
  readonly app: string;
  /** Labels that select the Service (or the pods). @default that `app` is the app */
  readonly matchLabels: Readonly<Record<string, string>>;
  /** Labels of the pods. @default those that select the Service, which are usually the same */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Name of the port. */
  readonly port: string;
  /**
   * Number of that port in the pod, which may differ from the Service's. Network policies need it.
   */
  readonly containerPort: number;
  /** Path of the endpoint. @default "/metrics" */
  readonly path?: string;
  /**
   * Scrape interval; 2 minutes at most, since an instant query looks back 5.
   * @default 30 seconds
   */
  readonly interval: Duration;
  /** Maximum number of targets, used to estimate series. */
  readonly expectedTargets: number;
  readonly authentication: ScrapeAuthentication;
  /** Sample limit of a scrape. @default twice the contract's series per target, at least 1,000 */
  readonly sampleLimit?: number;
}

/**
 * A scrape target inside the cluster.
 * @see https://prometheus-operator.dev/docs/api-reference/api/
 */
export type Target =
  | (TargetFields & { readonly kind: "service-monitor" })
  | (TargetFields & { readonly kind: "pod-monitor" });

/** A target as it is declared. @default kind: pods behind a Service */
export type TargetDeclaration = Defaulted<
  Target,
  "kind" | "name" | "matchLabels" | "interval"
>;

/** What a healthy endpoint answers; any other response is a failure. */
export interface HealthyAnswer {
  /** The only HTTP status that is accepted. */
  readonly status: number;
  /** RE2, anywhere in the body. */
  readonly body: string;
}

/** A blackbox probe of an HTTP endpoint. */
export interface HttpProbe {
  /** Name of the Probe object; lower case, unique in the service. @default `<key>-<probe>` */
  readonly name: string;
  /** Value of the label `probe`, which names what is checked. @default "health" */
  readonly probe: string;
  /**
   * An address inside the cluster or a public one; or the name of one of the system's `systemUrls`,
   * which differ between environments.
   */
  readonly url: string | { readonly environmentUrl: string };
  /** The expected response, if the HTTP status alone is not enough. @default any 2xx */
  readonly answer?: HealthyAnswer;
  /** Probe interval; 2 minutes at most. @default 30 seconds */
  readonly interval: Duration;
}

/** A probe as it is declared. */
export type ProbeDeclaration = Defaulted<
  HttpProbe,
  "name" | "probe" | "interval"
>;

/** A release of an exporter for a dependency of the service. */
export type Exporter =
  | {
      readonly kind: "redis";
      /** Name of the release. */
      readonly name: string;
      /** `redis://host:6379`, without a password. */
      readonly address: string;
      /** Secret with the password, in the namespace of the platform. */
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
