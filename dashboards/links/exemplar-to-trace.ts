import { TEMPO } from "../../model/signal-sources";

/**
 * Labels under which an exemplar names its trace: that of the OpenTelemetry libraries, that of
 * Tempo's own span metrics, and that of programs that name it as their logs do.
 */
const TRACE_ID_LABELS = ["trace_id", "traceID", "traceId"] as const;

/**
 * Settings of Prometheus with which a point beside a graph leads to the trace that it was measured
 * in.
 * @see https://grafana.com/docs/grafana/latest/datasources/prometheus/configure/#exemplars
 */
export const exemplarToTrace = () => ({
  exemplarTraceIdDestinations: TRACE_ID_LABELS.map((name) => ({
    name,
    datasourceUid: TEMPO.uid,
    urlDisplayLabel: "View trace",
  })),
});
