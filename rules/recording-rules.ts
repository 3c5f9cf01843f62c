import type { RecordingGroup } from "../model/recording-rule";
import type { RuleGroup } from "./rule-group";

/** A group of recording rules as Prometheus reads it. */
export const recordingGroup = (
  system: string,
  group: RecordingGroup,
): RuleGroup => ({
  name: group.name,
  interval: group.interval.toString(),
  rules: group.rules.map((rule) => ({
    record: rule.record,
    expr: rule.expr,
    ...(rule.system === "from-series" ? {} : { labels: { system } }),
  })),
});
