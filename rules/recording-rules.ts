import type { RecordingGroup } from "../model/recording-rule";
import type { ServiceDeclaration } from "../model/service";
import type { RuleGroup } from "./rule-group";

/** The recording rules of a service, each group at its own interval. */
export const recordingRules = (
  service: ServiceDeclaration,
): readonly RuleGroup[] =>
  service.recording.map((group) => recordingGroup(service.key, group));

function recordingGroup(system: string, group: RecordingGroup): RuleGroup {
  return {
    name: group.name,
    interval: group.interval.toString(),
    rules: group.rules.map((rule) => ({
      record: rule.record,
      expr: rule.expr,
      ...(rule.system === "from-series" ? {} : { labels: { system } }),
    })),
  };
}
