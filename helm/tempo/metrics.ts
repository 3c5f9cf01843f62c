import type { ChartMetrics } from "../../model/chart-metrics";
import { SERVICE_TARGET, counter } from "../parts/metrics/facts";

/**
 * The same in one process and in parts.
 * @see https://github.com/grafana/tempo/blob/v2.10.8/modules/overrides/discarded_spans.go
 * @see https://github.com/grafana/tempo/blob/v2.10.8/modules/distributor/distributor.go
 */
export const tempo: ChartMetrics = {
  chart: "tempo",
  targetLabels: SERVICE_TARGET,
  metrics: [
    counter("tempo_discarded_spans_total", "reason", "tenant"),
    counter("tempo_distributor_spans_received_total", "tenant"),
    counter("tempo_distributor_bytes_received_total", "tenant"),
  ],
};
