import type { EnvironmentConfig } from "../model/environment";
import type { RunbookAddress } from "../model/environment-urls";

/**
 * All that an environment decides about dashboards: limits of alerts, and where runbooks are read.
 */
export type DashboardSettings = Pick<EnvironmentConfig, "thresholds"> &
  RunbookAddress;
