import { remembered } from "../model/remembered";
import type { ServiceDeclaration } from "../model/service";
import { savedQueriesDashboard } from "./saved-queries-dashboard";
import { sloDashboard } from "./slo-dashboard";

/**
 * A declaration with every page that Grafana will show of it: those that it declares, and those that follow from the
 * rest of it. Whatever checks or draws pages starts from this, so that no page is checked less than another.
 */
export const withGeneratedDashboards = remembered(
  (service: ServiceDeclaration): ServiceDeclaration => ({
    ...service,
    dashboards: [
      ...service.dashboards,
      ...sloDashboard(service),
      ...savedQueriesDashboard(service),
    ],
  }),
);
