import type { DeployedChart } from "../parts/deployed-chart";
import { PUSHGATEWAY } from "./chart";
import { pushgatewayComponents } from "./components";
import { pushgateway as metrics } from "./metrics";
import { pushgatewayValues } from "./pushgateway-values";

/** Keeps pushed metrics of batch jobs. */
export const pushgateway: DeployedChart = {
  charts: [PUSHGATEWAY],
  releases: (environment) => [
    { chart: PUSHGATEWAY, values: () => pushgatewayValues(environment) },
  ],
  metrics: [metrics],
  components: (environment) =>
    Object.values(pushgatewayComponents(environment)),
  secrets: () => [],
};
