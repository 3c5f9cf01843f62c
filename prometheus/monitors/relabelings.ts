import {
  exportedName,
  exposedExternalLabels,
} from "../../model/external-labels";
import type { Service } from "../../model/service";

/**
 * One step that rewrites the labels of a target.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 */
export type Relabeling =
  | { readonly targetLabel: string; readonly replacement: string }
  | { readonly action: "labeldrop"; readonly regex: string }
  | {
      readonly sourceLabels: readonly string[];
      readonly regex: string;
      readonly targetLabel: string;
    };

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

/**
 * Renames labels of samples that Prometheus itself adds to what leaves it; few systems have any.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#metric_relabel_configs
 */
export function sampleRelabelings({ metrics }: Pick<Service, "metrics">): {
  readonly metricRelabelings?: readonly Relabeling[];
} {
  const exposed = exposedExternalLabels(metrics);
  return exposed.length === 0
    ? {}
    : {
        metricRelabelings: [
          ...exposed.map((label) => ({
            sourceLabels: [label],
            // Of series without it, nothing is kept.
            regex: "(.+)",
            targetLabel: exportedName(label),
          })),
          { action: "labeldrop", regex: exposed.join("|") },
        ],
      };
}
