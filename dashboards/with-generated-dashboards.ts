import { remembered } from "../model/remembered";
import type { Service } from "../model/service";
import { savedQueriesDashboard } from "./saved-queries-dashboard";
import { sloDashboard } from "./slo-dashboard";

/**
 * A declaration with every page that Grafana will show of it: those that it declares, and those
 * that follow from the rest of it. Whatever checks or draws pages starts from this, so that no page
 * is checked less than another.
 */
export const withGeneratedDashboards = remembered(
  (service: Service): Service => ({
    ...service,
    dashboards: [
      ...service.dashboards,
      ...sloDashboard(service),
      ...savedQueriesDashboard(service),
    ],
  }),
);
