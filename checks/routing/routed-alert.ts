import type { Priority } from "../../model/alert";
import type { Duration } from "../../model/duration";
import type { NotificationPolicy } from "../../model/notification-path";
import type { Team } from "../../model/team";

/** Who must be notified of an alert, by its declaration and not by the routing tree. */
export type ExpectedNotification =
  | {
      /** The people of a team, as a priority or a named path says. */
      readonly kind: "team";
      readonly team: Team;
      readonly priority: Priority;
      readonly policy: NotificationPolicy;
      /** Name of the receiver that the route must have. */
      readonly receiver: string;
    }
  | {
      /** The external heartbeat service, which pages when the heartbeat stops. */
      readonly kind: "heartbeat";
    }
  | {
      /** Nobody, on purpose. */
      readonly kind: "nobody";
      readonly reason: string;
    }
  | {
      /** The team that handles unrouted alerts. */
      readonly kind: "unrouted";
    };

/**
 * An alert with the labels that Alertmanager will see, as far as they are known before it fires.
 */
export interface RoutedAlert {
  /** Where it is declared: `config/services/shop`, `chart`. */
  readonly source: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly expected: ExpectedNotification;
  /** Systems of the namespace that it is about, whose teams must be notified too. @default none */
  readonly owners?: readonly {
    readonly system: string;
    readonly expected: ExpectedNotification;
  }[];
  /**
   * Longest time from the start of a steady condition until Alertmanager receives the alert: the
   * range that the expression reads, `for`, one evaluation. Computed on demand, since following the
   * routes does not need it. Unknown for alerts of charts and of SLOs, which fire sooner the worse
   * the outage is: `npm run slos`.
   */
  readonly detection?: () => Duration;
}
