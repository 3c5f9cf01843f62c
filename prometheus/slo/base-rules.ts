import { decimal } from "../../model/decimal";
import { seconds } from "../../model/duration";
import {
  errorBudget,
  expectsTraffic,
  minimumBadEvents,
  periodDays,
} from "../../model/slo";
import type { BudgetedSlo, ZeroToleranceSlo } from "../../model/slo";
import type { Service } from "../../model/service";
import { BASE_WINDOW } from "./tiles";
import { outageRules } from "./outage-rules";
import { SLO_SERIES } from "./slo-series";
import { summing } from "./summing";
import type { Rule } from "../rules/rule-group";

/** Interval at which moments are sampled within the base window. */
const STEP = seconds(30);
const LOOKS = BASE_WINDOW.milliseconds / STEP.milliseconds;

interface Identity {
  readonly system: string;
  readonly slo: string;
}

/**
 * The rules that read the application's series, and the constants of the SLO. Where the SLO says
 * what shows an outage, the events that are missing in one are among all and among the bad.
 *
 * A sample that is NaN or negative would spoil every window that contains it, for up to the whole
 * period, so it is not recorded. Before the first bad event there may be no series to count. That
 * means zero and not "unknown", so the rule adds the zero unless the query itself does.
 */
export function baseRules(
  slo: BudgetedSlo,
  { key, team, targets }: Pick<Service, "key" | "team" | "targets">,
): readonly Rule[] {
  const labels: Identity = { system: key, slo: slo.name };
  const total = SLO_SERIES.events("total", BASE_WINDOW);
  const sum = summing(slo.groupBy);
  const measured = overBaseWindow(slo, slo.total);
  const missing =
    slo.outage === undefined
      ? ""
      : `
  or ${SLO_SERIES.events("missing", BASE_WINDOW)}{system="${key}", slo="${slo.name}"}`;
  const constant = (record: string, value: number): Rule => ({
    record,
    expr: `vector(${decimal(value)})`,
    labels: { ...labels },
  });
  return [
    ...outageRules(slo, { key, targets }, measured),
    {
      record: total,
      expr: `${sum}(${measured}${missing}) >= 0`,
      labels: { ...labels },
    },
    {
      record: SLO_SERIES.events("bad", BASE_WINDOW),
      expr: `${sum}(${overBaseWindow(slo, slo.bad)}${missing}) >= 0${
        slo.zeroFilled === true
          ? ""
          : `
  or 0 * ${sum}(${total}{system="${key}", slo="${slo.name}"})`
      }`,
      labels: { ...labels },
    },
    constant(SLO_SERIES.objective, slo.objective.value),
    constant(SLO_SERIES.errorBudget, errorBudget(slo)),
    constant(SLO_SERIES.periodDays, periodDays(slo)),
    // Only these have tiers, so only they may set a burn rate.
    ...(slo.volume === "low"
      ? []
      : [constant(SLO_SERIES.minimumBadEvents, minimumBadEvents(slo))]),
    {
      record: SLO_SERIES.info,
      expr: "vector(1)",
      labels: {
        ...labels,
        owner: team.owner,
        team: team.key,
        kind: slo.kind,
        volume: slo.volume,
        period: slo.period.toString(),
        expects_traffic: String(expectsTraffic(slo)),
        // Read by alerts about any SLO, which have the priority that the owner chose.
        priority: slo.page,
      },
    },
  ];
}

/** Whether a forbidden event occurred; the only series of a zero-tolerance SLO. */
export const violationRule = (slo: ZeroToleranceSlo, system: string): Rule => ({
  record: SLO_SERIES.violated,
  expr: `${summing(slo.groupBy)}(${slo.bad}) > bool 0`,
  labels: { system, slo: slo.name },
});

/**
 * Event queries already return rates over the base window. Moments are sampled within it, and a
 * moment without a sample counts as zero.
 */
const overBaseWindow = (slo: BudgetedSlo, expr: string): string =>
  slo.kind === "request"
    ? expr
    : `sum_over_time((${expr})[${BASE_WINDOW.toString()}:${STEP.toString()}]) / ${String(LOOKS)}`;
