import { hours, minutes, seconds } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { SECOND_PATH, WATCHED_ENVIRONMENT } from "./contact-point-names";

/** Grafana's notification policy, as its provider takes it. There is one for all of Grafana. */
export interface NotificationPolicy {
  readonly contactPoint: string;
  readonly groupBy: readonly string[];
  readonly groupWait: string;
  readonly groupInterval: string;
  readonly repeatInterval: string;
  readonly policy: readonly {
    readonly contactPoint: string;
    readonly groupBy: readonly string[];
    readonly groupWait: string;
    readonly matcher: readonly {
      readonly label: string;
      readonly match: "=";
      readonly value: string;
    }[];
  }[];
}

/**
 * Everything goes to this environment's contact point, except alerts about the watched environment.
 * Those are grouped into one message, because all parts fail together when an environment is down.
 * @see
 *   https://registry.terraform.io/providers/grafana/grafana/latest/docs/resources/notification_policy
 */
export const notificationPolicy = ({
  watches,
}: EnvironmentConfig): NotificationPolicy => ({
  contactPoint: SECOND_PATH,
  groupBy: ["alertname"],
  groupWait: seconds(30).toString(),
  groupInterval: minutes(5).toString(),
  repeatInterval: hours(1).toString(),
  policy:
    watches === undefined
      ? []
      : [
          {
            contactPoint: WATCHED_ENVIRONMENT,
            groupBy: ["watched"],
            // Long enough for the rules about all parts to fire.
            groupWait: minutes(1).toString(),
            matcher: [
              { label: "watched", match: "=", value: watches.environment },
            ],
          },
        ],
});
