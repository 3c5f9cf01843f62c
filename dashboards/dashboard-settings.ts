import type { EnvironmentConfig, RunbookAddress } from "../model/environment";

/**
 * All that an environment decides about dashboards: limits of alerts, and where runbooks are read.
 */
export type DashboardSettings = Pick<EnvironmentConfig, "thresholds"> &
  RunbookAddress;
