/**
 * One step that rewrites the labels of a target.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 */
export type Relabeling =
  | { readonly targetLabel: string; readonly replacement: string }
  | { readonly action: "labeldrop"; readonly regex: string };

/**
 * Labels of every sample of a service, set on the target. The operator's own `service` and
 * `endpoint` are dropped last, so that an application may use these names without its labels
 * becoming `exported_service`.
 */
export const targetRelabelings = (
  labels: Readonly<Record<string, string>>,
): readonly Relabeling[] => [
  ...Object.entries(labels).map(([targetLabel, replacement]) => ({
    targetLabel,
    replacement,
  })),
  { action: "labeldrop", regex: "service|endpoint" },
];
