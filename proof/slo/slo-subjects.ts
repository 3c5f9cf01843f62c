import { burnTiers } from "../../model/burn-tier";
import type { EnvironmentConfig } from "../../model/environment";
import type { ServiceDeclaration } from "../../model/service";
import { budgeted } from "../../model/slo";
import type { BudgetedSlo, Slo } from "../../model/slo";
import { alertRule } from "../../rules/alert-rules";
import { sloAlerts } from "../../rules/slo/tier-alerts";
import type { ProofDepth } from "../proof-depth";
import type { ProofSubject } from "../proof-subject";
import { TIER_EQUIVALENTS } from "./equivalents";
import { ruleChain } from "../rule-chain";
import type { OwnedRule } from "../rule-chain";
import { tierTests } from "./tier-tests";
import { zeroToleranceTests } from "./zero-tolerance-tests";

/** Every alert that the promises of a service generate, with its proof. */
export function sloSubjects(
  service: ServiceDeclaration,
  environment: EnvironmentConfig,
  available: readonly OwnedRule[],
  { everyMinute }: ProofDepth,
): readonly ProofSubject[] {
  return service.slos.flatMap((slo) =>
    sloAlerts(slo, service.key).map((alert, index) => {
      const rule = alertRule(alert, service, environment);
      const tier = tiersOf(slo)[index];
      const chain = ruleChain(rule, available);
      const recorded = chain.some(({ record }) => !record.startsWith("slo:"));
      return {
        id: [service.key, alert.name, slo.name, alert.labels?.["burn_tier"]]
          .filter((part) => part !== undefined)
          .join(" "),
        system: service.key,
        rule,
        chain,
        tests:
          slo.kind === "zero-tolerance" || tier === undefined
            ? zeroToleranceTests(slo, rule)
            : tierTests(
                { slo, tier, rule, system: service.key, recorded },
                everyMinute &&
                  isFirstOfItsKind(service, slo) &&
                  tier.name === "3d",
              ),
        equivalent: TIER_EQUIVALENTS,
      };
    }),
  );
}

const tiersOf = (slo: Slo) => budgeted([slo]).flatMap((own) => burnTiers(own));

/** One promise of each kind is proved at full resolution; the rules of the others have the same text but for names and numbers. */
const isFirstOfItsKind = (
  { slos }: ServiceDeclaration,
  slo: BudgetedSlo,
): boolean => slos.find(({ kind }) => kind === slo.kind) === slo;
