import type { DeployedChart } from "../parts/deployed-chart";
import { PROMETHEUS_OPERATOR_CRDS } from "./chart";

/** Custom resource definitions alone: no pods, no metrics, no Secrets. */
export const prometheusOperatorCrds: DeployedChart = {
  charts: [PROMETHEUS_OPERATOR_CRDS],
  releases: () => [],
  metrics: [],
  components: () => [],
  secrets: () => [],
};
