import type { Priority } from "../model/alert";
import { CHART_ALERTS } from "../model/chart-alerts";
import type { Service } from "../model/service";
import { platformOf } from "./paths-in-use";

/** A system whose team is notified of the charts' alerts of a severity about its namespace. */
export interface ChartAlertOwner {
  readonly service: Service;
  readonly severity: "critical" | "warning";
  readonly priority: Priority;
}

/** All of them; the platform's namespace is the platform's alone. */
export function chartAlertOwners(
  services: readonly Service[],
): readonly ChartAlertOwner[] {
  const platform = platformOf(services);
  return services.flatMap((service) => {
    const { chartAlerts = CHART_ALERTS } = service;
    return chartAlerts.kind === "off" ||
      service.namespace === platform?.namespace
      ? []
      : (["critical", "warning"] as const).map((severity) => ({
          service,
          severity,
          priority: chartAlerts[severity],
        }));
  });
}
