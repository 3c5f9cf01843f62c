import type { DashboardDeclaration } from "../../../model/dashboard";
import { businessMetrics } from "./dashboards/business-metrics";
import { sloTracking } from "./dashboards/slo-tracking";

/** The pages about the six together. */
export const dashboards: readonly DashboardDeclaration[] = [
  businessMetrics,
  sloTracking,
];
