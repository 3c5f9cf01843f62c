import { PROMETHEUS } from "../../model/signal-sources";

/**
 * Settings of Tempo that say where the metrics of the service map lie, and that draw the graph of
 * the spans above a trace.
 * @see https://grafana.com/docs/grafana/latest/datasources/tempo/service-graph/
 */
export const serviceMap = () => ({
  serviceMap: { datasourceUid: PROMETHEUS.uid },
  nodeGraph: { enabled: true },
});
