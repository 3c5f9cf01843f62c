/**
 * Exports of each kind of component; only those in use are listed.
 * @see https://grafana.com/docs/alloy/latest/reference/compatibility/
 */
export const EXPORTS: Readonly<Record<string, readonly string[]>> = {
  "discovery.kubernetes": ["targets"],
  "discovery.relabel": ["output", "rules"],
  "loki.process": ["receiver"],
  "loki.source.kubernetes": [],
  "loki.write": ["receiver"],
  "otelcol.exporter.loadbalancing": ["input"],
  "otelcol.exporter.loki": ["input"],
  "otelcol.exporter.otlp": ["input"],
  "otelcol.exporter.prometheus": ["input"],
  "otelcol.processor.batch": ["input"],
  "otelcol.processor.filter": ["input"],
  "otelcol.processor.k8sattributes": ["input"],
  "otelcol.processor.memory_limiter": ["input"],
  "otelcol.processor.tail_sampling": ["input"],
  "otelcol.processor.transform": ["input"],
  "otelcol.receiver.jaeger": [],
  "otelcol.receiver.otlp": [],
  "prometheus.remote_write": ["receiver"],
};
