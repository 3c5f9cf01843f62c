import type { Allowances } from "./allowances";
import type { Duration } from "./duration";
import type { EnvironmentChoice } from "./environment-choice";
import type { AlertProof } from "./alert-proof";
import type { Defaulted } from "./defaulted";
import type { NotificationPath } from "./notification-path";
import type { Threshold } from "./threshold";

/** How fast a person must react. Drives routing: P0 pages, P3 waits for the next business day. */
export type Priority = "P0" | "P1" | "P2" | "P3";

/** The severity shown to people and read by the charts' own inhibitions. It does not route. */
export type Severity = "critical" | "warning" | "info";

/** Which `system` label an alert carries. */
export type SystemLabel =
  | {
      /** The key of the declaring service. */
      readonly kind: "own";
    }
  | {
      /**
       * The label that the expression keeps, so that the alert is routed to the team of the
       * affected target.
       */
      readonly kind: "from-series";
    };

/** A condition that a person must know of, with all they need to act. */
export interface AlertDefinition {
  /**
   * Name in UpperCamelCase, unique within its system. Alerts whose system comes from the series may
   * share a name if their priorities differ: one condition at several levels of urgency.
   */
  readonly name: string;
  /**
   * PromQL that returns a sample while the condition holds. Names in braces refer to
   * {@link AlertDefinition.thresholds}: `shop:http_error:ratio_rate5m > {errorRatio}`.
   */
  readonly expr: string;
  /** What its expression does on purpose although it is doubtful. @default nothing */
  readonly allows?: Allowances;
  /** Named limits, overridable per environment. @default none */
  readonly thresholds?: Readonly<Record<string, Threshold>>;
  /**
   * Its expression where an environment overrides thresholds, for one that holds a limit itself, as
   * the bound of a bucket. Patterns compute it.
   * @default the same, with the limits in its braces
   */
  readonly exprFor?: (
    thresholds: Readonly<Record<string, Threshold>>,
  ) => string;
  /** How long the condition must hold before the alert fires. */
  readonly for: Duration;
  /** How long the alert keeps firing after the condition has ended. @default 0 */
  readonly keepFiringFor?: Duration;
  /** @default from the priority: P0 and P1 critical, P2 warning, P3 info */
  readonly severity: Severity;
  readonly priority: Priority;
  /**
   * What is wrong, as a kebab-case word: alerts of one condition inhibit each other by priority.
   * @default the name
   */
  readonly condition?: string;
  /**
   * What follows from it in the same system: conditions, names of alerts, or `slo-<name>` for all
   * alerts on an SLO. While it fires, those that are not more urgent do not notify; what brought a
   * system down is not inhibited by the outage. From the condition `system-down` follow, unnamed,
   * all that is not P0, burning SLOs, and the alert on absent metrics.
   * @default nothing else
   */
  readonly causes?: readonly string[];
  /**
   * Conditions, names of alerts, or `slo-<name>` in the same system that one fault may bring about
   * together with it, though neither follows from the other. Those of P0 share its page, and each
   * of them pages alone too.
   * @default none
   */
  readonly groupWith?: readonly string[];
  /**
   * Labels of its samples that make an incident of their own: each combination of their values
   * notifies, and pages, separately.
   * @default none: all samples of an alert are one incident
   */
  readonly groupBy?: readonly string[];
  /** @default own */
  readonly system?: SystemLabel;
  /**
   * Labels besides those that every alert carries, the same on each of its samples: `slo`,
   * `burn_tier`.
   * @default none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * The notification path, where it differs from the one of the alert's priority. An alert whose
   * system comes from the series uses the priorities of that system.
   * @default by the system's priorities
   */
  readonly path?: NotificationPath;
  /** One line; Go templates of Prometheus allowed. */
  readonly summary: string;
  /** What is wrong and who is affected; templates allowed. @default the summary */
  readonly description?: string;
  /** The first action to take, in one sentence. */
  readonly action?: string;
  /**
   * Runbook page without suffix, with an anchor where several alerts share a page:
   * `shop/queue-backup#queuewaithigh`.
   */
  readonly runbook: string;
  /** `uid` of the dashboard to open. @default the first of the service */
  readonly dashboard: string;
  /** Environments that have it; the reason is documentation. @default every environment */
  readonly only?: {
    readonly environments: EnvironmentChoice;
    readonly reason: string;
  };
}

/** A condition that is declared by hand, with the cases that prove it. */
export interface Alert extends AlertDefinition {
  /** Cases that promtool evaluates. */
  readonly proof: AlertProof;
  /**
   * The cases where an environment overrides thresholds: those in force there, by name. Patterns
   * compute it.
   * @default the same cases, which choose their environments themselves
   */
  readonly proofFor?: (
    thresholds: Readonly<Record<string, Threshold>>,
  ) => AlertProof;
}

/** An alert as it is declared. */
export type AlertDeclaration = Defaulted<Alert, "severity" | "dashboard">;
