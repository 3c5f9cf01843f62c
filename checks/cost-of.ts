import { withGeneratedDashboards } from "../dashboards/with-generated-dashboards";
import { typicalCharts } from "../helm/typical-charts";
import type { EnvironmentConfig } from "../model/environment";
import { rememberedTogether } from "../model/remembered";
import type { Service } from "../model/service";
import { environmentCost } from "../prometheus/cost/environment-cost";
import type { EnvironmentCost } from "../prometheus/cost/environment-cost";

/** What the monitoring of systems in an environment costs, worked out once. */
export const costOf = rememberedTogether(
  (
    services: readonly Service[],
    environment: EnvironmentConfig,
  ): EnvironmentCost =>
    environmentCost(
      // Rules are made of these, once.
      services.map(withGeneratedDashboards),
      environment,
      typicalCharts(environment),
    ),
);
