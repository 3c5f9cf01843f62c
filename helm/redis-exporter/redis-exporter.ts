import type { DeployedChart } from "../parts/deployed-chart";
import { exporterSecrets } from "../parts/exporters";
import { REDIS_EXPORTER } from "./chart";
import { redisExporter as metrics } from "./metrics";

/** Released beside each service that declares one. */
export const redisExporter: DeployedChart = {
  charts: [REDIS_EXPORTER],
  releases: () => [],
  metrics: [metrics],
  components: () => [],
  secrets: (_, services) => exporterSecrets(services, "redis"),
};
