import type { Priority } from "../../model/alert";
import type { Duration } from "../../model/duration";
import type { NotificationPolicy } from "../../model/notification-path";
import type { Team } from "../../model/team";

/** Who is meant to hear of an alert, by its declaration and not by the tree of routes. */
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
      /** The external service that listens for silence. */
      readonly kind: "heartbeat";
    }
  | {
      /** Nobody, on purpose. */
      readonly kind: "nobody";
      readonly reason: string;
    }
  | {
      /** Whoever mends what no route knows. */
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
  /**
   * Longest time from the beginning of a steady condition until Alertmanager knows: what is read of
   * the past, the waiting, one evaluation. Worked out when it is asked for, since whoever only
   * follows the routes has no use for it. Unknown for alerts of charts, and for those of promises,
   * which speak the sooner the worse it is: `npm run slos`.
   */
  readonly detection?: () => Duration;
}
