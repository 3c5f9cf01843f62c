import type { Rule } from "../../../prometheus/rules/rule-group";
import { badRate, metricOf, numbers, totalRate } from "./load";

/**
 * Short and long window, factor and `for` at 99.9 % over 30 days; Pyrra scales those of 28 days,
 * which gives odd lengths.
 */
const ALERTS = [
  { short: "5m", long: "1h4m", factor: 14, for: "2m", severity: "critical" },
  { short: "32m", long: "6h26m", factor: 7, for: "16m", severity: "critical" },
  {
    short: "2h9m",
    long: "1d1h43m",
    factor: 2,
    for: "1h4m",
    severity: "warning",
  },
  {
    short: "6h26m",
    long: "4d6h51m",
    factor: 1,
    for: "3h13m",
    severity: "warning",
  },
] as const;

const WINDOWS = [
  ...new Set(ALERTS.flatMap(({ short, long }) => [short, long])),
];

/**
 * The rules that Pyrra 0.10 makes of a ratio of events at 99.9 % over 30 days, errors and total of
 * one metric: seven raw windows, the increase over the period, four alerts and one for a metric
 * that is absent.
 * @see https://github.com/pyrra-dev/pyrra/blob/v0.10.1/slo/rules.go
 */
export const pyrraShape = (slos: number): readonly Rule[] =>
  numbers(slos).flatMap((slo) => {
    const name = metricOf(slo).replace(/_total$/, "");
    const labels = { slo: `slo-${String(slo)}` };
    const burn = (window: string): string =>
      `${name}:burnrate${window}{slo="${labels.slo}"}`;
    return [
      ...WINDOWS.map((window): Rule => ({
        record: `${name}:burnrate${window}`,
        expr: `${badRate(slo, window)} / ${totalRate(slo, window)}`,
        labels,
      })),
      ...ALERTS.map((alert): Rule => ({
        alert: "ErrorBudgetBurn",
        expr: `${burn(alert.short)} > (${String(alert.factor)} * (1-0.999)) and ${burn(alert.long)} > (${String(alert.factor)} * (1-0.999))`,
        for: alert.for,
        labels: { ...labels, severity: alert.severity, long: alert.long },
        annotations: {},
      })),
      {
        record: `${name}:increase30d`,
        expr: `sum by (status) (increase(${metricOf(slo)}[30d]))`,
        labels,
      },
      {
        alert: "SLOMetricAbsent",
        expr: `absent(${metricOf(slo)}) == 1`,
        for: "3m",
        labels: { ...labels, severity: "critical" },
        annotations: {},
      },
    ];
  });

/**
 * Every 150 seconds, where all else is evaluated at the common interval: this share of the
 * increase's cost counts.
 */
export const INCREASE_SHARE = 60 / 150;
