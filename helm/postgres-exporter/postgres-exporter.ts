import type { DeployedChart } from "../parts/deployed-chart";
import { exporterSecrets } from "../parts/exporters";
import { POSTGRES_EXPORTER } from "./chart";
import { postgresExporter as metrics } from "./metrics";

/** Released beside each service that declares one. */
export const postgresExporter: DeployedChart = {
  charts: [POSTGRES_EXPORTER],
  releases: () => [],
  metrics: [metrics],
  components: () => [],
  secrets: (_, services) => exporterSecrets(services, "postgres"),
};
