import { allTiers, canFire } from "../burn-tier";
import type { BurnTier } from "../burn-tier";
import { decimal } from "../decimal";
import { days, milliseconds } from "../duration";
import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { budgeted, errorBudget } from "../slo";
import type { BudgetedSlo, Slo } from "../slo";
import { KEBAB_NAME, repeated } from "./names";

const SHORTEST_PERIOD = days(7);
const DAY = 86_400_000;

/** Labels that the rules of SLOs set or use themselves. */
const TAKEN_LABELS = [
  "system",
  "slo",
  "tile",
  "le",
  "burn_tier",
  "priority",
  "severity",
  "team",
  "condition",
];

/** All mistakes in a service's SLOs that can be found without parsing their queries. */
export const checkSlos = (service: Service): readonly Problem[] => [
  ...repeated(service.slos.map(({ name }) => name)).map((name) => ({
    path: pathOf(service, name),
    message: "the name is used twice in this system",
    next: "rename one: their series would mix",
  })),
  ...service.slos.flatMap((slo) => [
    ...checkSlo(pathOf(service, slo.name), slo),
    ...budgeted([slo]).flatMap((own) =>
      checkBudgeted(pathOf(service, slo.name), own),
    ),
    ...budgeted([slo]).flatMap((own) => checkOutage(own, service)),
  ]),
];

/**
 * Tiers that are left out because no error ratio can exceed their threshold, while others remain:
 * legal, but worth a warning.
 */
export const droppedTiers = (service: Service): readonly Problem[] =>
  budgeted(service.slos).flatMap((slo) => {
    const tiers = allTiers(slo);
    return tiers.some(canFire)
      ? tiers
          .filter((tier) => !canFire(tier))
          .map((tier) => ({
            path: pathOf(service, slo.name),
            message: `the tier ${tier.name} can never fire: ${arithmetic(tier, slo)}`,
            next: "it is left out; a higher objective would bring it back",
          }))
      : [];
  });

/** A window must not be longer than the retention of Prometheus. */
export const checkPeriods = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] => {
  const { retention } = environment.prometheus;
  return services.flatMap((service) =>
    budgeted(service.slos)
      .filter(({ period }) => period.milliseconds > retention.milliseconds)
      .map((slo) => ({
        path: pathOf(service, slo.name),
        message: `period is longer than ${environment.name} keeps samples`,
        got: `${slo.period.toString()} > ${retention.toString()}`,
        allowed: `${SHORTEST_PERIOD.toString()} to ${retention.toString()}`,
        next: `shorten it, or raise prometheus.retention in environments/${environment.name}`,
      })),
  );
};

const pathOf = ({ key }: Service, slo: string): string =>
  `services/${key} slo "${slo}"`;

function checkSlo(path: string, slo: Slo): readonly Problem[] {
  const problems: Problem[] = [];
  if (!KEBAB_NAME.test(slo.name)) {
    problems.push({
      path,
      message: "the name of an SLO is kebab-case",
      got: slo.name,
      allowed: "a-z, 0-9 and -, beginning with a letter",
      next: "rename it",
    });
  }
  if (
    slo.period.milliseconds % DAY !== 0 ||
    slo.period.milliseconds < SHORTEST_PERIOD.milliseconds
  ) {
    problems.push({
      path,
      message: "period must be whole days",
      got: slo.period.toString(),
      allowed: `${SHORTEST_PERIOD.toString()} or more`,
      next: "7d and 30d are common",
    });
  }
  for (const label of slo.groupBy ?? []) {
    if (TAKEN_LABELS.includes(label)) {
      problems.push({
        path,
        message: `the label "${label}" cannot be in groupBy: the rules use it themselves`,
        next: "remove it from groupBy",
      });
    }
  }
  for (const which of ["good", "bad"] as const) {
    if (Object.keys(slo.examples[which]).length === 0) {
      problems.push({
        path,
        message: `examples.${which} names no series, so nothing can be proved`,
        next: `name the raw series that a ${which} event changes`,
      });
    }
  }
  return problems;
}

function checkBudgeted(path: string, slo: BudgetedSlo): readonly Problem[] {
  const objective = decimal(slo.objective.value * 100);
  if (slo.objective.value <= 0 || slo.objective.value >= 1) {
    return [
      {
        path,
        message: "objective must be above 0 and below 100 percent",
        got: objective,
        next:
          slo.objective.value >= 1
            ? "try 99.9, or declare it as zero-tolerance"
            : "try 99.9",
      },
    ];
  }
  const problems: Problem[] = [];
  const minimum = slo.minimumBadEvents;
  if (minimum !== undefined && !(minimum >= 0 && Number.isFinite(minimum))) {
    problems.push({
      path,
      message: "minimumBadEvents must be a number of events, 0 or more",
      got: String(minimum),
      next: "5 is the default",
    });
  }
  const budget = milliseconds(
    Math.round(slo.period.milliseconds * errorBudget(slo)),
  );
  if (
    slo.statedBudget !== undefined &&
    slo.statedBudget.milliseconds !== budget.milliseconds
  ) {
    problems.push({
      path,
      message: `the stated budget is not what objective and period give: (1 - ${decimal(slo.objective.value)}) x ${slo.period.toString()} = ${budget.toString()}`,
      got: slo.statedBudget.toString(),
      next: "correct one of the three",
    });
  }
  const tiers = allTiers(slo);
  const [slowest] = tiers.slice(-1);
  if (slowest !== undefined && !tiers.some(canFire)) {
    problems.push({
      path,
      message: `no tier can ever fire; even the slowest: ${arithmetic(slowest, slo)}`,
      got: `objective ${objective} percent`,
      next: 'raise the objective, or declare volume "low", which has no tiers',
    });
  }
  return problems;
}

/** The probe whose failure is an outage must be one of the system's. */
function checkOutage(
  { name, outage }: BudgetedSlo,
  service: Service,
): readonly Problem[] {
  const probes = service.probes.map(({ probe }) => probe);
  return outage === undefined || probes.includes(outage.probe)
    ? []
    : [
        {
          path: pathOf(service, name),
          message: "outage names a probe that the system does not have",
          got: outage.probe,
          allowed: probes.length === 0 ? "it has none" : probes.join(", "),
          next: "name one of its probes, declare the probe, or remove outage",
        },
      ];
}

/** `2 % of the budget in 1h is 14.4 times too fast, 14.4 x 0.1 = 1.44 is not below 1`. */
const arithmetic = (tier: BurnTier, slo: BudgetedSlo): string =>
  `${decimal(tier.share * 100)} % of the budget in ${tier.name} is ${decimal(tier.factor)} times too fast, and ${decimal(tier.factor)} x ${decimal(errorBudget(slo))} = ${decimal(tier.threshold)} is an error ratio that cannot be exceeded`;
