import type { Alert } from "./alert";
import type { LogAlert } from "./log-alert";
import type { Service } from "./service";

/**
 * Whatever a service declares that people are told of, by the metrics or by the logs. Alerts of
 * promises are generated and not among them.
 */
export const everyAlert = ({
  alerts,
  logAlerts = [],
}: Pick<Service, "alerts" | "logAlerts">): readonly (Alert | LogAlert)[] => [
  ...alerts,
  ...logAlerts,
];
