import type { ChartMetrics } from "../../model/chart-metrics";
import { bySet, never, perSecond } from "../../model/typical/typical";
import { serviceTargets } from "../parts/metrics/service-targets";
import { SERVICE_TARGET, appearing, counter } from "../parts/metrics/facts";

/**
 * The same in one process and in parts.
 * @see https://github.com/grafana/tempo/blob/v2.10.8/modules/overrides/discarded_spans.go
 * @see https://github.com/grafana/tempo/blob/v2.10.8/modules/distributor/distributor.go
 */
export const tempo: ChartMetrics = {
  chart: "tempo",
  targetLabels: SERVICE_TARGET,
  typical: () => ({
    instances: serviceTargets(
      { name: "tempo", container: "tempo", port: "http-metrics" },
      1,
    ),
    counters: {
      tempo_discarded_spans_total: bySet({
        'reason="rate_limited",tenant="single-tenant"': never,
      }),
      tempo_distributor_spans_received_total: bySet({
        'tenant="single-tenant"': perSecond(150),
      }),
    },
  }),
  metrics: [
    ...appearing(
      "after the first refused span",
      counter("tempo_discarded_spans_total", "reason", "tenant"),
    ),
    ...appearing(
      "after the first span",
      counter("tempo_distributor_spans_received_total", "tenant"),
      counter("tempo_distributor_bytes_received_total", "tenant"),
    ),
  ],
};
