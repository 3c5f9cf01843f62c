import { remembered } from "../model/remembered";
import type { Service } from "../model/service";
import { savedQueriesDashboard } from "./saved-queries-dashboard";
import { sloDashboard } from "./slo-dashboard";

/**
 * A declaration with all of its dashboards, declared and generated. Checks and rendering start from
 * this, so that every dashboard is checked alike.
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
