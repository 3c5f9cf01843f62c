import { minutes } from "../../model/duration";
import type { BudgetedSlo } from "../../model/slo";
import type { Service } from "../../model/service";
import { SLO_SERIES } from "./slo-series";
import { DAY } from "./slo-windows";
import { summing } from "./summing";
import { BASE_WINDOW } from "./tiles";
import type { Rule } from "../rules/rule-group";

/** Evaluations within the base window, one each minute. */
const EVALUATIONS = BASE_WINDOW.milliseconds / minutes(1).milliseconds;

/**
 * How long an SLO must have had events before they can be missing: at so many of the moments of
 * the last hour. A system that lived for a minute has no usual number.
 */
export const KNOWN = {
  range: minutes(60),
  step: minutes(10),
  moments: 4,
} as const;

/**
 * Rules about the outages of an SLO that says what shows them: whether there is one, and how many
 * events are missing in it.
 *
 * There is an outage while the probe fails at every address. Without an answer of the probe there
 * is one only if no pod is left either: where pods remain, the prober may be what fails. Nothing is
 * left at the first evaluation after a restart of Prometheus too, which says nothing, so the rules
 * must have been evaluated a minute before.
 *
 * What is usual is the mean of the day as it is recorded. Missing events are in it, so it stays as
 * it is during an outage. Missing is what the outage kept away: at most the share of the base
 * window that it lasted, and at most what the events that came leave of the usual number.
 *
 * @param measured the events that the application counts, over the base window
 * @see docs/adr/0021-outages-spend-budget.md
 */
export function outageRules(
  { name, groupBy, outage }: BudgetedSlo,
  { key, targets }: Pick<Service, "key" | "targets">,
  measured: string,
): readonly Rule[] {
  if (outage === undefined) return [];
  const labels = { system: key, slo: name };
  const own = `{system="${key}", slo="${name}"}`;
  const usual = `${SLO_SERIES.events("total", DAY)}${own}`;
  const sum = summing(groupBy);
  const nothingLeft = `
  or on () absent(up{system="${key}", app!=""}) and on () last_over_time(${SLO_SERIES.objective}${own}[2m])`;
  return [
    {
      record: SLO_SERIES.outage,
      expr: `max(probe_success{system="${key}", probe="${outage.probe}"}) == bool 0${
        targets.length === 0 ? "" : nothingLeft
      }
  or on () vector(0)`,
      labels,
    },
    {
      record: SLO_SERIES.events("missing", BASE_WINDOW),
      expr: `${sum}(${usual} and count_over_time(${SLO_SERIES.events("total", BASE_WINDOW)}${own}[${KNOWN.range.toString()}:${KNOWN.step.toString()}]) >= ${String(KNOWN.moments)})
  * clamp(
    1 - ${sum}(${measured} or 0 * ${usual}) / ${sum}(${usual}),
    0,
    scalar(sum_over_time(${SLO_SERIES.outage}${own}[${BASE_WINDOW.toString()}])) / ${String(EVALUATIONS)}
  ) > 0`,
      labels,
    },
  ];
}
