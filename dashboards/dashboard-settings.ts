import type { EnvironmentConfig } from "../model/environment";

/** All that an environment decides about dashboards. */
export type DashboardSettings = Pick<EnvironmentConfig, "thresholds" | "urls">;
