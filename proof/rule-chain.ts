import type { EnvironmentConfig } from "../model/environment";
import { remembered } from "../model/remembered";
import { readsEverySystem } from "../model/service";
import type { Service } from "../model/service";
import { selectorsIn } from "../query/promql/selectors-in";
import type { Selector } from "../query/promql/tree";
import { ruleGroups } from "../prometheus/rules/rule-groups";
import type {
  AlertRuleText,
  RecordingRuleText,
  Rule,
} from "../prometheus/rules/rule-group";

/** A recording rule of an environment, and its service. */
export interface OwnedRule {
  readonly system: string;
  /** Whether its samples may belong to any system. */
  readonly ofEverySystem: boolean;
  readonly rule: RecordingRuleText;
}

/** All recording rules of an environment, in order of dependency within their groups. */
export const recordingRulesOf = (
  services: readonly Service[],
  environment: EnvironmentConfig,
): readonly OwnedRule[] =>
  // Rules that read the systems' recorded series come last.
  [...services]
    .sort((a, b) => Number(readsEverySystem(a)) - Number(readsEverySystem(b)))
    .flatMap((service) => {
      const { recording, slos } = ruleGroups(service, environment);
      return [...recording, ...slos]
        .flatMap(({ rules }) => rules)
        .flatMap((rule) =>
          "record" in rule
            ? [
                {
                  system: service.key,
                  ofEverySystem: readsEverySystem(service),
                  rule,
                },
              ]
            : [],
        );
    });

/** All alerts of a service in an environment, those of its SLOs first. */
export const alertRulesOf = (
  service: Service,
  environment: EnvironmentConfig,
): readonly AlertRuleText[] => {
  const { slos, alerts } = ruleGroups(service, environment);
  return [...slos, ...alerts].flatMap(({ rules }) =>
    rules.filter((rule) => "alert" in rule),
  );
};

/**
 * The recording rules that a rule depends on, in order, without those that its matchers exclude: an
 * alert depends on a handful of an environment's hundreds of rules.
 */
export function ruleChain(
  rule: Rule,
  available: readonly OwnedRule[],
): readonly RecordingRuleText[] {
  const needed = new Set<OwnedRule>();
  const visit = (from: Rule, slo: string | undefined): void => {
    for (const selector of selectorsOf(from)) {
      const wantedSlo = equal(selector, "slo") ?? slo;
      for (const candidate of available) {
        if (needed.has(candidate) || !matches(candidate, selector, wantedSlo)) {
          continue;
        }
        needed.add(candidate);
        visit(candidate.rule, wantedSlo);
      }
    }
  };
  visit(rule, undefined);
  return available
    .filter((candidate) => needed.has(candidate) && candidate.rule !== rule)
    .map((candidate) => candidate.rule);
}

/** The selectors of a rule, which many chains go through. */
export const selectorsOf = remembered((rule: Rule) => selectorsIn(rule.expr));

function matches(
  { system, ofEverySystem, rule }: OwnedRule,
  selector: Selector,
  slo: string | undefined,
): boolean {
  if (rule.record !== selector.name) return false;
  const wantedSystem = equal(selector, "system");
  return (
    (wantedSystem === undefined || ofEverySystem || wantedSystem === system) &&
    (slo === undefined ||
      rule.labels?.["slo"] === undefined ||
      rule.labels["slo"] === slo)
  );
}

const equal = (selector: Selector, label: string): string | undefined =>
  selector.matchers.find(
    (matcher) => matcher.label === label && matcher.operator === "=",
  )?.value;
