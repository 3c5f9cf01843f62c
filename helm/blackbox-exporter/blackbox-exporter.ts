import type { DeployedChart } from "../parts/deployed-chart";
import { blackboxExporterValues } from "./blackbox-exporter-values";
import { BLACKBOX_EXPORTER } from "./chart";
import { blackboxExporterComponents } from "./components";
import { blackboxExporter as metrics } from "./metrics";

/** Probes endpoints. */
export const blackboxExporter: DeployedChart = {
  charts: [BLACKBOX_EXPORTER],
  releases: (environment, services) => [
    {
      chart: BLACKBOX_EXPORTER,
      values: () => blackboxExporterValues(environment, services),
    },
  ],
  metrics: [metrics],
  components: (environment) =>
    Object.values(blackboxExporterComponents(environment)),
  secrets: () => [],
};
