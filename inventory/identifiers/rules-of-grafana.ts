import { resourcesOf } from "../synthesised-stack";
import type { StackOnDisk, SynthesisedRule } from "../synthesised-stack";

/** Alerts of the second path, which Grafana evaluates. */
export const rulesOfGrafana = (
  onDisk: StackOnDisk,
): readonly SynthesisedRule[] =>
  resourcesOf(onDisk, "grafana_rule_group").flatMap(({ rule }) =>
    (
      rule as readonly (Pick<SynthesisedRule, "labels" | "annotations"> & {
        readonly name: string;
      })[]
    ).map(({ name, labels = {}, annotations = {} }) => ({
      alert: name,
      expr: "",
      labels,
      annotations,
    })),
  );
