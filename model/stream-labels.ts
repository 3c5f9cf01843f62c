/**
 * Allowed labels of log streams. Each has few values, since every combination is a stream that Loki
 * must keep. Values that identify a request or a person go to structured metadata, or stay in the
 * line and are parsed with `| json`.
 * @see https://grafana.com/docs/loki/latest/get-started/labels/cardinality/
 */
export const STREAM_LABELS = [
  "system",
  "namespace",
  "app",
  "pod",
  "container",
  "level",
  "environment",
  "cluster",
] as const;

/** One of {@link STREAM_LABELS}. */
export type StreamLabel = (typeof STREAM_LABELS)[number];

/** Whether a name is one of {@link STREAM_LABELS}. */
export const isStreamLabel = (name: string): name is StreamLabel =>
  (STREAM_LABELS as readonly string[]).includes(name);
