import * as v from "valibot";
import { fitsIn, texts } from "../../input/json";
import { resourcesOf } from "../synthesised-stack";
import type { StackOnDisk, SynthesisedRule } from "../synthesised-stack";

const RULES = v.array(
  v.object({
    name: v.string(),
    labels: v.optional(texts, {}),
    annotations: v.optional(texts, {}),
  }),
);

/** Alerts of the second path, which Grafana evaluates. */
export const rulesOfGrafana = (
  onDisk: StackOnDisk,
): readonly SynthesisedRule[] =>
  resourcesOf(onDisk, "grafana_rule_group").flatMap(({ name, rule }) =>
    fitsIn(
      RULES,
      rule,
      `rules of grafana_rule_group ${String(name)} in ${onDisk.folder}`,
    ).map(({ name: alert, labels, annotations }) => ({
      alert,
      expr: "",
      labels,
      annotations,
    })),
  );
