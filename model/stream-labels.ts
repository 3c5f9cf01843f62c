/**
 * Labels that a stream of log lines may have. Each has few values, since each label more multiplies
 * the streams, and Loki pays for each: whatever identifies a request or a person goes to structured
 * metadata, or stays in the line and is read with `| json`.
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
