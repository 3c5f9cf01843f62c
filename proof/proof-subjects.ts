import type { Alert } from "../model/alert";
import type { EnvironmentConfig } from "../model/environment";
import type { Service } from "../model/service";
import type { Slo } from "../model/slo";
import { alertsIn, alertRule } from "../prometheus/rules/alert-rules";
import { proofIn } from "../model/thresholds-in-force";
import { declaredTests } from "./declared-tests";
import { minutes } from "../model/duration";
import type { RecordingProof } from "../model/recording-rule";
import type { RecordingRuleText } from "../prometheus/rules/rule-group";
import type { ProofDepth } from "./proof-depth";
import type { Equivalent, ProofSubject, ProofTest } from "./proof-subject";
import { lookbackSeconds } from "./lookback";
import { recordingRulesOf, ruleChain } from "./rule-chain";
import type { OwnedRule } from "./rule-chain";
import { recordingSubjects } from "./slo/recording-subjects";
import { firstOfEachKind, sloSubjects } from "./slo/slo-subjects";

/**
 * All alerts and recording rules of an environment that have a proof, declared or generated from
 * SLOs.
 */
export function proofSubjects(
  services: readonly Service[],
  environment: EnvironmentConfig,
  depth: ProofDepth,
): readonly ProofSubject[] {
  const available = recordingRulesOf(services, environment);
  const everyMinute = depth.everyMinute
    ? firstOfEachKind(services)
    : new Set<Slo>();
  return services.flatMap((service) => {
    const { provedOn } = service;
    const below =
      provedOn === undefined
        ? available
        : recordingRulesOf([...provedOn, service], environment);
    return [
      ...alertSubjects(service, environment, below),
      ...declaredRecordingSubjects(service, below),
      ...sloSubjects(service, environment, available, everyMinute),
      ...recordingSubjects(service, available),
    ];
  });
}

const alertSubjects = (
  service: Service,
  environment: EnvironmentConfig,
  available: readonly OwnedRule[],
): readonly ProofSubject[] =>
  alertsIn(environment, service).map((alert) => {
    const rule = alertRule(alert, service, environment);
    const proof = proofIn(environment, service.key, alert);
    const chain = ruleChain(rule, available);
    return {
      id: `${service.key} ${alert.name}${priorityOfNamesake(alert, service)}`,
      system: service.key,
      rule,
      chain,
      tests: declaredTests(
        { name: alert.name, proof },
        rule,
        lookbackSeconds([...chain, rule]),
        environment,
      ),
      equivalent: explained(proof.equivalent),
    };
  });

/**
 * Distinguishes alerts with one name: those about every system may differ only in their priority.
 */
const priorityOfNamesake = (
  { name, priority }: Alert,
  { alerts }: Service,
): string =>
  alerts.filter((other) => other.name === name).length > 1
    ? ` ${priority}`
    : "";

const declaredRecordingSubjects = (
  service: Service,
  available: readonly OwnedRule[],
): readonly ProofSubject[] =>
  service.recording
    .flatMap(({ rules }) => rules)
    .flatMap(({ record, proof }) => {
      const owned = available.find(
        ({ system, rule }) => system === service.key && rule.record === record,
      );
      return proof === undefined || owned === undefined
        ? []
        : [
            {
              id: `${service.key} ${record}`,
              system: service.key,
              rule: owned.rule,
              chain: ruleChain(owned.rule, available),
              tests: proof.cases.map((each) => recordingTest(each, owned.rule)),
              equivalent: explained(proof.equivalent),
            },
          ];
    });

const recordingTest = (
  {
    name,
    series,
    at,
    samples,
    evaluation = minutes(1),
    interval = minutes(1),
  }: RecordingProof["cases"][number],
  { labels: own }: RecordingRuleText,
): ProofTest => ({
  name,
  interval: interval.toString(),
  evaluationInterval: evaluation.toString(),
  series,
  checks: [
    {
      kind: "samples",
      at: at.toString(),
      // Sums of binary fractions depend in their last digits on the order of addition.
      expr: "round($rule, 1e-9)",
      samples: samples.map(({ labels, value }) => ({
        labels: `{${Object.entries({ ...labels, ...own })
          .map(([label, text]) => `${label}=${JSON.stringify(text)}`)
          .join(", ")}}`,
        value,
      })),
    },
  ],
});

const explained = (
  equivalent: Readonly<Record<string, string>> = {},
): readonly Equivalent[] =>
  Object.entries(equivalent).map(([change, why]) => ({ change, why }));
