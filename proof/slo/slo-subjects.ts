import { burnTiers } from "../../model/burn-tier";
import type { EnvironmentConfig } from "../../model/environment";
import type { ServiceDeclaration } from "../../model/service";
import { budgeted } from "../../model/slo";
import type { BudgetedSlo, Slo } from "../../model/slo";
import { alertRule } from "../../rules/alert-rules";
import { sloAlerts } from "../../rules/slo/tier-alerts";
import type { ProofSubject } from "../proof-subject";
import { SAME_LABELS } from "./equivalents";
import { ruleChain } from "../rule-chain";
import type { OwnedRule } from "../rule-chain";
import { tierTests } from "./tier-tests";
import { zeroToleranceTests } from "./zero-tolerance-tests";

/** Every alert that the promises of a service generate, with its proof. */
export function sloSubjects(
  service: ServiceDeclaration,
  environment: EnvironmentConfig,
  available: readonly OwnedRule[],
): readonly ProofSubject[] {
  return service.slos.flatMap((slo) =>
    sloAlerts(slo, service.key).map((alert, index) => {
      const rule = alertRule(alert, service, environment);
      const tier = tiersOf(slo)[index];
      return {
        id: [service.key, alert.name, slo.name, alert.labels?.["burn_tier"]]
          .filter((part) => part !== undefined)
          .join(" "),
        system: service.key,
        rule,
        chain: ruleChain(rule, available),
        tests:
          slo.kind === "zero-tolerance" || tier === undefined
            ? zeroToleranceTests(slo, rule)
            : tierTests(
                { slo, tier, rule, system: service.key },
                isFirstOfItsKind(service, slo) && tier.name === "3d",
              ),
        equivalent: SAME_LABELS,
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
