import { minutes } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { RequestSloDeclaration, SloDeclaration } from "../../../model/slo";
import { pagerAndChat } from "./priorities";

/** The SLO that all others depend on, so pages show it first. */
export const analysisSuccess: RequestSloDeclaration = {
  kind: "request",
  name: "analysis-success",
  description: "An analysis ends with a result.",
  unit: "analyses",
  origin: "derived",
  objective: percent(95),
  statedBudget: minutes(2160),
  bad: "codequal:analysis_failures:rate5m",
  total: "codequal:analyses:rate5m",
  zeroFilled: true,
  page: "P0",
  // As HighFailureRate, whose owner notifies pager and chat.
  path: pagerAndChat,
  examples: {
    good: { 'codequal_analysis_completed_total{mode="quick", pod="a"}': 1 },
    bad: {
      'codequal_analysis_failed_total{mode="deep", error_type="timeout", pod="b"}': 1,
    },
  },
};

/**
 * CodeQual's SLOs: successful analyses, a duration of five minutes, and availability of DeepWiki.
 */
export const slos: readonly SloDeclaration[] = [
  analysisSuccess,
  {
    kind: "request",
    name: "analysis-time-p95-5m",
    description: "An analysis is done within five minutes.",
    unit: "analyses",
    origin: "derived",
    objective: percent(95),
    statedBudget: minutes(2160),
    bad: `sum(codequal:analysis_duration_seconds_bucket:rate5m{le="+Inf"})
  - sum(codequal:analysis_duration_seconds_bucket:rate5m{le="300.0"})`,
    total: 'sum(codequal:analysis_duration_seconds_bucket:rate5m{le="+Inf"})',
    page: "P1",
    examples: {
      good: {
        'codequal_analysis_duration_seconds_bucket{mode="quick", le="120.0", pod="a"}': 1,
        'codequal_analysis_duration_seconds_bucket{mode="quick", le="300.0", pod="a"}': 1,
        'codequal_analysis_duration_seconds_bucket{mode="quick", le="600.0", pod="a"}': 1,
        'codequal_analysis_duration_seconds_bucket{mode="quick", le="+Inf", pod="a"}': 1,
      },
      bad: {
        'codequal_analysis_duration_seconds_bucket{mode="deep", le="120.0", pod="b"}': 0,
        'codequal_analysis_duration_seconds_bucket{mode="deep", le="300.0", pod="b"}': 0,
        'codequal_analysis_duration_seconds_bucket{mode="deep", le="600.0", pod="b"}': 1,
        'codequal_analysis_duration_seconds_bucket{mode="deep", le="+Inf", pod="b"}': 1,
      },
    },
  },
  {
    kind: "value",
    name: "deepwiki-availability",
    description: "Every instance of DeepWiki answers.",
    origin: "derived",
    objective: percent(99.5),
    statedBudget: minutes(216),
    bad: "1 - min(codequal_deepwiki_availability)",
    total: "min(codequal_deepwiki_availability) * 0 + 1",
    outage: { probe: "health" },
    page: "P0",
    examples: {
      good: {
        'codequal_deepwiki_availability{instance="a"}': 1,
        'codequal_deepwiki_availability{instance="b"}': 1,
      },
      bad: {
        'codequal_deepwiki_availability{instance="a"}': 1,
        'codequal_deepwiki_availability{instance="b"}': 0,
      },
    },
  },
];
