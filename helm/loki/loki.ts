import type { DeployedChart } from "../parts/deployed-chart";
import { LOKI } from "./chart";
import { lokiComponents } from "./components";
import { lokiValues } from "./loki-values";
import { loki as metrics } from "./metrics";

/**
 * Keeps logs, and evaluates the alerts on them. Its bucket is opened by a role, not by a Secret.
 */
export const loki: DeployedChart = {
  charts: [LOKI],
  releases: (environment) => [
    { chart: LOKI, values: () => lokiValues(environment) },
  ],
  metrics: [metrics],
  components: (environment) => Object.values(lokiComponents(environment)),
  secrets: () => [],
};
