import type { Alert } from "./alert";
import type { LogAlert } from "./log-alert";
import type { Service } from "./service";

/**
 * All alerts that a service declares, on metrics and on logs. Alerts generated from SLOs are not
 * included.
 */
export const everyAlert = ({
  alerts,
  logAlerts = [],
}: Pick<Service, "alerts" | "logAlerts">): readonly (Alert | LogAlert)[] => [
  ...alerts,
  ...logAlerts,
];
