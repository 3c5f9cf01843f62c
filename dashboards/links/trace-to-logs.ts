import { RESOURCE_ATTRIBUTES } from "../../model/links/resource-attributes";
import { LOKI } from "../../model/signal-sources";

/** Labels of logs that a span's resource has too. */
const SHARED = ["system", "namespace", "pod"] as const;

/**
 * Lines that name the trace, in their text or in their structured metadata. Grafana's default for
 * this depends on its version and its feature flags. Braces are Grafana's here, and inside the back
 * quotes Loki's.
 */
const LINES_OF_THE_TRACE =
  '{${__tags}} | label_format in_line=`{{ contains "${__span.traceId}" __line__ }}` | in_line="true" or trace_id="${__span.traceId}" | drop in_line';

/**
 * Settings of Tempo with which a span leads to the lines that were written in its trace, by the
 * same pod. Lines are written after their span has begun and may be collected late, and clocks
 * differ: an hour on either side costs little, since the pod is known.
 * @see
 *   https://grafana.com/docs/grafana/latest/datasources/tempo/configure-tempo-data-source/#trace-to-logs
 */
export const traceToLogs = () => ({
  tracesToLogsV2: {
    datasourceUid: LOKI.uid,
    // Added to the beginning and to the end of the span.
    spanStartTimeShift: "-1h",
    spanEndTimeShift: "1h",
    tags: SHARED.map((label) => ({
      key: RESOURCE_ATTRIBUTES[label],
      value: label,
    })),
    customQuery: true,
    query: LINES_OF_THE_TRACE,
  },
});
