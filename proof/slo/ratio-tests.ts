import { errorBudget, minimumBadEvents, periodDays } from "../../model/slo";
import type { BudgetedSlo } from "../../model/slo";
import { INFO_LABELS, SLO_SERIES } from "../../prometheus/slo/slo-series";
import {
  BURN_RATE_WINDOWS,
  RECORDED_WINDOWS,
} from "../../prometheus/slo/slo-windows";
import type { RecordingRuleText } from "../../prometheus/rules/rule-group";
import type { ProofTest } from "../proof-subject";

/**
 * Tests the rules above the windows, with given windows: ratios, burn rates, remaining budget, and
 * constants.
 */
export function ratioTests(
  rule: RecordingRuleText,
  slo: BudgetedSlo,
  system: string,
  namesSlos: boolean,
): readonly ProofTest[] {
  const identity = `system="${system}", slo="${slo.name}"`;
  const neighbours = [
    `system="neighbour", slo="${slo.name}"`,
    ...(namesSlos ? [`system="${system}", slo="of-another-period"`] : []),
  ];
  const budget = errorBudget(slo);
  const given = (
    name: string,
    inputs: Readonly<Record<string, number>>,
    value: number | "nothing",
    labels = identity,
    // What a neighbour has: a rule that reads one series cannot tell equal ones apart.
    elsewhere = 1,
  ): ProofTest => ({
    name,
    interval: "1m",
    evaluationInterval: "5m",
    series: Object.fromEntries(
      Object.entries(inputs).flatMap(([series, input]) =>
        [identity, ...neighbours].map((each) => [
          `${series}{${each}}`,
          `${String(each === identity ? input : input * elsewhere)}x5`,
        ]),
      ),
    ),
    checks: [
      {
        kind: "samples",
        at: "5m",
        expr: "$rule",
        samples:
          value === "nothing" ? [] : [{ labels: `$rule{${labels}}`, value }],
      },
    ],
  });

  const ratio = ratioInputs(rule.record, slo);
  if (ratio !== undefined) {
    const { bad, total } = ratio;
    const of = ` over ${bad.replace(/.*rate/, "")}`;
    return [
      given(`a quarter is bad${of}`, { [bad]: 0.125, [total]: 0.5 }, 0.25),
      given(`nothing is bad${of}`, { [bad]: 0, [total]: 8 }, 0),
      given(`nothing happens${of}`, { [bad]: 0, [total]: 0 }, "nothing"),
    ];
  }
  const { errorBudget: budgetSeries, periodErrorRatio } = SLO_SERIES;
  const burning = BURN_RATE_WINDOWS.find(
    (window) => rule.record === SLO_SERIES.burnRate(window),
  );
  if (burning !== undefined) {
    return [
      given(
        "the budget burns",
        { [SLO_SERIES.errorRatio(burning)]: 0.5, [budgetSeries]: 0.25 },
        2,
      ),
    ];
  }
  switch (rule.record) {
    case SLO_SERIES.budgetRemaining:
      return [
        given(
          "three quarters of the budget remain",
          { [periodErrorRatio]: 0.125, [budgetSeries]: 0.5 },
          0.75,
        ),
      ];
    case SLO_SERIES.periodBadEvents:
      return [
        given(
          `one in a hundred seconds over ${slo.period.toString()}`,
          { [SLO_SERIES.events("bad", slo.period)]: 0.01 },
          slo.period.seconds / 100,
          identity,
          3,
        ),
      ];
    case SLO_SERIES.violated:
      return [
        given(
          "more than the budget",
          { [periodErrorRatio]: 0.5, [budgetSeries]: 0.25 },
          1,
        ),
        given(
          "exactly the budget",
          { [periodErrorRatio]: 0.25, [budgetSeries]: 0.25 },
          0,
        ),
        given(
          "less than the budget",
          { [periodErrorRatio]: 0.125, [budgetSeries]: 0.25 },
          0,
        ),
      ];
    case SLO_SERIES.objective:
      return [given("is fixed", {}, slo.objective.value)];
    case SLO_SERIES.errorBudget:
      return [given("is fixed", {}, budget)];
    case SLO_SERIES.periodDays:
      return [given("is fixed", {}, periodDays(slo))];
    case SLO_SERIES.minimumBadEvents:
      return [given("is fixed", {}, minimumBadEvents(slo))];
    case SLO_SERIES.info:
      return [
        given(
          "is one",
          {},
          1,
          [
            identity,
            ...INFO_LABELS.map(
              (label) => `${label}="${rule.labels?.[label] ?? ""}"`,
            ),
          ].join(", "),
        ),
      ];
    default:
      return [];
  }
}

function ratioInputs(
  record: string,
  slo: BudgetedSlo,
): { readonly bad: string; readonly total: string } | undefined {
  const window =
    record === SLO_SERIES.periodErrorRatio
      ? slo.period
      : RECORDED_WINDOWS.find(
          (length) => record === SLO_SERIES.errorRatio(length),
        );
  return window === undefined
    ? undefined
    : {
        bad: SLO_SERIES.events("bad", window),
        total: SLO_SERIES.events("total", window),
      };
}
