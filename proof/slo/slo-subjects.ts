import { burnTiers } from "../../model/burn-tier";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { budgeted } from "../../model/slo";
import type { Slo } from "../../model/slo";
import { alertRule } from "../../prometheus/rules/alert-rules";
import { sloAlerts } from "../../prometheus/slo/tier-alerts";
import type {
  RecordingRuleText,
  Rule,
} from "../../prometheus/rules/rule-group";
import { SLO_SERIES } from "../../prometheus/slo/slo-series";
import type { ProofSubject } from "../proof-subject";
import {
  MOMENT_TIER_EQUIVALENTS,
  TIER_EQUIVALENTS,
  ZERO_TOLERANCE_EQUIVALENTS,
} from "./equivalents";
import { ruleChain } from "../rule-chain";
import type { OwnedRule } from "../rule-chain";
import { isSlowest } from "./tier-under-test";
import { whileProbed } from "./outage-tests";
import { tierTests } from "./tier-tests";
import { zeroToleranceTests } from "./zero-tolerance-tests";

/**
 * All alerts generated from the SLOs of a service, with their proofs.
 * @param everyMinute SLOs that are proved minute by minute through their longest outage
 */
export function sloSubjects(
  service: Service,
  environment: EnvironmentConfig,
  available: readonly OwnedRule[],
  everyMinute: ReadonlySet<Slo>,
): readonly ProofSubject[] {
  return service.slos.flatMap((slo) =>
    sloAlerts(slo, service.key).map((alert, index) => {
      const rule = alertRule(alert, service, environment);
      const tier = tiersOf(slo)[index];
      const chain = chainOf(rule, slo, service, available);
      const recorded = chain.some(({ record }) => !record.startsWith("slo:"));
      return {
        id: [service.key, alert.name, slo.name, alert.labels?.["burn_tier"]]
          .filter((part) => part !== undefined)
          .join(" "),
        system: service.key,
        rule,
        chain,
        tests:
          slo.kind === "zero-tolerance"
            ? zeroToleranceTests(slo, rule, service.key)
            : tier === undefined
              ? []
              : whileProbed(
                  slo,
                  service.key,
                  tierTests(
                    { slo, tier, rule, system: service.key, recorded },
                    everyMinute.has(slo) && isSlowest(tier),
                  ),
                ),
        equivalent:
          slo.kind === "zero-tolerance"
            ? ZERO_TOLERANCE_EQUIVALENTS
            : slo.kind === "value"
              ? MOMENT_TIER_EQUIVALENTS
              : TIER_EQUIVALENTS,
      };
    }),
  );
}

/** What the alert reads, and what its message looks up. */
const chainOf = (
  rule: Rule,
  slo: Slo,
  { key }: Service,
  available: readonly OwnedRule[],
): readonly RecordingRuleText[] =>
  slo.kind === "zero-tolerance"
    ? [
        rule,
        ...[
          `${SLO_SERIES.violated}{system="${key}", slo="${slo.name}"}`,
          ...(slo.outOf === undefined ? [] : [slo.outOf.query]),
        ].map((expr) => ({ record: "looked-up", expr })),
      ]
        .flatMap((each) => ruleChain(each, available))
        .filter((each, index, all) => all.indexOf(each) === index)
    : ruleChain(rule, available);

const tiersOf = (slo: Slo) => budgeted([slo]).flatMap((own) => burnTiers(own));

/**
 * One SLO of each kind is proved at full resolution; the rules of the others have the same text
 * except for names and numbers.
 */
export const firstOfEachKind = (
  services: readonly Service[],
): ReadonlySet<Slo> => {
  const slos = services.flatMap((service) => service.slos);
  return new Set(
    slos.filter((slo) => slos.find(({ kind }) => kind === slo.kind) === slo),
  );
};
