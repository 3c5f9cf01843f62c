import { TEMPO } from "../../model/signal-sources";

/**
 * What fills the query of the trace: what was found in the line. Grafana's own syntax, which
 * Terraform must not read.
 */
const FOUND = "${__value.raw}";

const toTrace = {
  url: FOUND,
  datasourceUid: TEMPO.uid,
  urlDisplayLabel: "View trace",
} as const;

/**
 * Settings of Loki with which a line leads to the trace that it was written in, whether `trace_id`
 * or `traceId` lies in the line's structured metadata, in what a query parsed of it, or only in its
 * text, as JSON or as `key=value`.
 * @see https://grafana.com/docs/grafana/latest/datasources/loki/configure/#derived-fields
 */
export const logLineToTrace = () => ({
  derivedFields: [
    {
      name: "trace_id",
      matcherType: "label",
      // Matched with names of labels, whose value becomes the link.
      matcherRegex: "^trace_?[iI][dD]$",
      ...toTrace,
    },
    {
      name: "trace_id in the line",
      matcherType: "regex",
      matcherRegex: '\\btrace_?[iI][dD]"?\\s*[:=]\\s*"?([0-9a-fA-F]{16,32})\\b',
      ...toTrace,
    },
  ],
});
