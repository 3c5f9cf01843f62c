import type { RecordingGroup } from "../../model/recording-rule";
import type { RecordingRuleText } from "./rule-group";

/** The rules of a recording group as Prometheus loads them. */
export const recordingRules = (
  system: string,
  group: RecordingGroup,
): readonly RecordingRuleText[] =>
  group.rules.map((rule) => ({
    record: rule.record,
    expr: rule.expr,
    ...(rule.system === "from-series" ? {} : { labels: { system } }),
  }));
