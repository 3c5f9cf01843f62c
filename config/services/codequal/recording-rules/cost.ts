import { days, minutes } from "../../../../model/duration";
import type { Duration } from "../../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../../model/recording-rule";
import { counters, onTwoPods } from "../../../../patterns/counters";
import { meanOf, shareOf } from "../../../../patterns/recording/shares";
import { burstsAround, provedRawWindow } from "../../../../patterns/windows";
import { analysisCosts } from "../events";

/**
 * A number of dollars between two samples that gives sixty by `increase()`, which extrapolates
 * before the first of sixty samples.
 */
const SIXTY = 59;

/** Money that a component spends with a provider, before the window and in its first half. */
const spends = (
  component: string,
  provider: string,
  window: Duration,
  before: number,
  within: number,
) =>
  onTwoPods(
    {
      [`codequal_cost_dollars_total{component="${component}", provider="${provider}"}`]: 1,
    },
    burstsAround(window, { before, within }),
  );

/**
 * Spending by purpose: sums of days, which can be computed from raw samples since the series are
 * few.
 */
export const costRules: RecordingGroupDeclaration = {
  name: "codequal-cost",
  interval: minutes(2),
  rules: [
    {
      record: "codequal:cost_dollars:increase1d",
      expr: "sum by (component) (increase(codequal_cost_dollars_total[1d]))",
      proof: {
        cases: [
          {
            name: "much was spent the day before, some in the first half of this one, at two providers",
            series: counters([
              ...spends("llm", "acme", days(1), 900, SIXTY),
              ...spends("llm", "best", days(1), 0, SIXTY),
              ...spends("deepwiki", "own", days(1), 900, SIXTY),
            ]),
            ...provedRawWindow(days(1)),
            samples: [
              { labels: { component: "llm" }, value: 120 },
              { labels: { component: "deepwiki" }, value: 60 },
            ],
          },
        ],
      },
    },
    {
      record: "codequal:cost_dollars:projected_month",
      expr: "sum(increase(codequal_cost_dollars_total[7d])) / 7 * 30",
      proof: {
        cases: [
          {
            name: "much was spent the week before, 105 dollars in the first half of this one",
            series: counters([
              ...spends("llm", "acme", days(7), 900, SIXTY),
              ...spends("deepwiki", "own", days(7), 900, SIXTY * 0.75),
            ]),
            ...provedRawWindow(days(7)),
            samples: [{ value: 450 }],
          },
        ],
      },
    },
    meanOf({
      record: "codequal:analysis_cost_dollars:mean1d",
      observations: analysisCosts,
      window: days(1),
    }),
    shareOf({
      record: "codequal:cost_per_critical_finding_dollars:ratio_7d",
      part: "codequal_cost_dollars_total",
      whole: "codequal_critical_findings_total",
      // One finding that costs a dollar, and one that costs nothing.
      examples: {
        inside: {
          'codequal_cost_dollars_total{component="llm", provider="acme"}': 1,
          'codequal_critical_findings_total{type="injection"}': 1,
        },
        outside: { 'codequal_critical_findings_total{type="secret"}': 1 },
      },
      window: days(7),
      over: "increase",
    }),
  ],
};
