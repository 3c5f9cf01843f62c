import type { Duration } from "../../model/duration";
import { budgeted } from "../../model/slo";
import type { Slo } from "../../model/slo";
import { BURN_RATE_WINDOWS, RECORDED_WINDOWS, periodsOf } from "./slo-windows";
import { BASE_WINDOW } from "./tiles";

/**
 * Names of the series that are recorded for SLOs. All SLOs share them, distinguished by `system`,
 * `slo` and the labels they group by.
 */
export const SLO_SERIES = {
  /** Events per second over a window; `missing` only over the base window. */
  events: (which: "bad" | "total" | "missing", window: Duration): string =>
    `slo:${which}_events:rate${window.toString()}`,
  /** Error ratio over a window. */
  errorRatio: (window: Duration): string =>
    `slo:sli_error:ratio_rate${window.toString()}`,
  /** Error ratio over the SLO's period, whatever its length. */
  periodErrorRatio: "slo:sli_error:ratio_period",
  /** Number of bad events (of a `value`: bad seconds) in the SLO's period. */
  periodBadEvents: "slo:bad_events:count_period",
  /** Error ratio over the complete days of the calendar month. */
  monthErrorRatio: "slo:sli_error:ratio_calendar_month",
  objective: "slo:objective:ratio",
  errorBudget: "slo:error_budget:ratio",
  periodDays: "slo:time_period:days",
  minimumBadEvents: "slo:minimum_bad_events:count",
  info: "slo:declaration:info",
  burnRate: (window: Duration): string =>
    `slo:burn_rate:ratio_${window.toString()}`,
  budgetRemaining: "slo:error_budget_remaining:ratio",
  violated: "slo:violated:bool",
  /** 1 while an outage shows that no event shows. */
  outage: "slo:outage:bool",
} as const;

/**
 * Number of the month, so that a subquery can compare the month of each day with that of the
 * evaluation.
 */
export const CALENDAR_MONTH = "slo:calendar_month:number";

/** Labels of {@link SLO_SERIES}.info besides `system` and `slo`. */
export const INFO_LABELS = [
  "owner",
  "team",
  "kind",
  "volume",
  "period",
  "expects_traffic",
  "priority",
] as const;

/** A recorded series with the labels that its samples carry. */
export interface SloSeries {
  readonly name: string;
  readonly labels: readonly string[];
}

const IDENTITY = ["system", "slo"];

const info: SloSeries = {
  name: SLO_SERIES.info,
  labels: [...IDENTITY, ...INFO_LABELS],
};

/**
 * Series that are recorded for any SLO with an error budget. Alerts and pages about all systems may
 * read them even if no system declares one.
 */
export const COMMON_SLO_SERIES: readonly SloSeries[] = [
  ...[
    ...RECORDED_WINDOWS.flatMap((window) => [
      SLO_SERIES.events("bad", window),
      SLO_SERIES.events("total", window),
      SLO_SERIES.errorRatio(window),
    ]),
    SLO_SERIES.periodErrorRatio,
    SLO_SERIES.periodBadEvents,
    SLO_SERIES.objective,
    SLO_SERIES.errorBudget,
    SLO_SERIES.periodDays,
    SLO_SERIES.minimumBadEvents,
    ...BURN_RATE_WINDOWS.map(SLO_SERIES.burnRate),
    SLO_SERIES.budgetRemaining,
    SLO_SERIES.violated,
  ].map((name) => ({ name, labels: IDENTITY })),
  info,
];

/** All series that are recorded for one SLO. */
export function seriesOf(slo: Slo): readonly SloSeries[] {
  const perGroup = (name: string): SloSeries => ({
    name,
    labels: [...IDENTITY, ...(slo.groupBy ?? [])],
  });
  const perSlo = (name: string): SloSeries => ({ name, labels: IDENTITY });
  const [own] = budgeted([slo]);
  if (own === undefined) return [perGroup(SLO_SERIES.violated)];
  return [
    ...[...RECORDED_WINDOWS, ...periodsOf([slo])].flatMap((window) => [
      perGroup(SLO_SERIES.events("bad", window)),
      perGroup(SLO_SERIES.events("total", window)),
    ]),
    ...RECORDED_WINDOWS.map((window) =>
      perGroup(SLO_SERIES.errorRatio(window)),
    ),
    perGroup(SLO_SERIES.periodErrorRatio),
    perGroup(SLO_SERIES.periodBadEvents),
    ...(own.calendar === undefined
      ? []
      : [perGroup(SLO_SERIES.monthErrorRatio)]),
    ...(own.outage === undefined
      ? []
      : [
          perSlo(SLO_SERIES.outage),
          perGroup(SLO_SERIES.events("missing", BASE_WINDOW)),
        ]),
    perSlo(SLO_SERIES.objective),
    perSlo(SLO_SERIES.errorBudget),
    perSlo(SLO_SERIES.periodDays),
    ...(own.volume === "low" ? [] : [perSlo(SLO_SERIES.minimumBadEvents)]),
    info,
    ...BURN_RATE_WINDOWS.map((window) => perGroup(SLO_SERIES.burnRate(window))),
    perGroup(SLO_SERIES.budgetRemaining),
    perGroup(SLO_SERIES.violated),
  ];
}
