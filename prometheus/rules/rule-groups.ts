import type { EnvironmentConfig } from "../../model/environment";
import { rememberedTogether } from "../../model/remembered";
import type { Service } from "../../model/service";
import { alertRules } from "./alert-rules";
import { groupsSplitByWindow } from "./long-windows";
import { recordingRules } from "./recording-rules";
import type { RuleGroup } from "./rule-group";
import { feedingGroups, sloGroups } from "../slo/slo-groups";

/**
 * The rule groups of a service by kind. Each kind is an object of its own, so that a diff shows
 * what changed.
 */
export interface ServiceRuleGroups {
  readonly recording: readonly RuleGroup[];
  readonly slos: readonly RuleGroup[];
  readonly alerts: readonly RuleGroup[];
}

/**
 * All rules that an environment evaluates for a service. Computed once; checks read them before
 * they are written.
 */
export const ruleGroups = rememberedTogether(
  (service: Service, environment: EnvironmentConfig): ServiceRuleGroups => {
    const feeding = feedingGroups(service);
    return {
      recording: service.recording
        .filter((group) => !feeding.includes(group))
        .flatMap((group) =>
          groupsSplitByWindow(
            group.name,
            group.interval,
            recordingRules(service.key, group),
          ),
        ),
      slos: sloGroups(service, environment),
      alerts: alertRules(service, environment),
    };
  },
);
