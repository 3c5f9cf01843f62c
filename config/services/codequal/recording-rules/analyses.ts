import { days, hours, minutes } from "../../../../model/duration";
import type {
  RecordingGroupDeclaration,
  RecordingProof,
} from "../../../../model/recording-rule";
import {
  bucketRate,
  percentileOver,
} from "../../../../patterns/recording/percentiles";
import { ratioOver } from "../../../../patterns/recording/ratios";
import { analyses, analysisTimes, analysisTimesByMode } from "../events";

const FAILURES = "codequal:analysis_failures:rate5m";
const ENDED = "codequal:analyses:rate5m";
const BUCKETS = "codequal:analysis_duration_seconds_bucket:rate5m";

/** Two failures in a second on two pods, one analysis in a second with a result. */
const BOTH = {
  'codequal_analysis_failed_total{mode="quick", error_type="timeout", pod="a"}':
    "1000+90x10",
  'codequal_analysis_failed_total{mode="deep", error_type="clone", pod="b"}':
    "1000+30x10",
  'codequal_analysis_completed_total{mode="quick", pod="a"}': "1000+45x10",
  'codequal_analysis_completed_total{mode="deep", pod="b"}': "1000+15x10",
};

/** Sixty at once, just inside or just outside a window of five minutes. */
const atOnce = (
  counter: string,
  ago: number,
  value: number,
): RecordingProof["cases"][number] => ({
  name: `sixty at once, ${String(ago)} minutes ago`,
  series: {
    [`${counter}{mode="quick"}`]: `1000x${String(10 - ago)} 1060x${String(ago)}`,
  },
  at: minutes(10),
  samples: [{ value }],
});

/** Number, failures and duration of analyses. A rule reads only rules above it. */
export const analysisRules: RecordingGroupDeclaration = {
  name: "codequal-analyses",
  rules: [
    {
      record: FAILURES,
      expr: "sum(rate(codequal_analysis_failed_total[5m])) or vector(0)",
      proof: {
        cases: [
          {
            name: "failures of two kinds on two pods",
            series: BOTH,
            at: minutes(10),
            samples: [{ value: 2 }],
          },
          {
            name: "nothing has failed yet",
            series: {
              'codequal_analysis_completed_total{mode="quick"}': "1000+60x10",
            },
            at: minutes(10),
            samples: [{ value: 0 }],
          },
          atOnce("codequal_analysis_failed_total", 4, 0.25),
          atOnce("codequal_analysis_failed_total", 6, 0),
        ],
      },
    },
    {
      record: ENDED,
      expr: `(sum(rate(codequal_analysis_completed_total[5m])) or vector(0))
  + (sum(rate(codequal_analysis_failed_total[5m])) or vector(0))`,
      proof: {
        cases: [
          {
            name: "with and without a result, on two pods",
            series: BOTH,
            at: minutes(10),
            samples: [{ value: 3 }],
          },
          {
            name: "none at all",
            series: {
              'codequal_analysis_started_total{mode="quick"}': "1000+60x10",
            },
            at: minutes(10),
            samples: [{ value: 0 }],
          },
          atOnce("codequal_analysis_completed_total", 4, 0.25),
          atOnce("codequal_analysis_completed_total", 6, 0),
          atOnce("codequal_analysis_failed_total", 4, 0.25),
          atOnce("codequal_analysis_failed_total", 6, 0),
        ],
      },
    },
    ratioOver({
      record: "codequal:analysis_failure:ratio_rate30m",
      events: analyses,
      bad: FAILURES,
      total: ENDED,
      shows: "bad",
      window: minutes(30),
    }),
    ratioOver({
      record: "codequal:analysis_failure:ratio_rate7d",
      events: analyses,
      bad: FAILURES,
      total: ENDED,
      shows: "bad",
      window: days(7),
    }),
    bucketRate({
      record: BUCKETS,
      observations: analysisTimesByMode,
    }),
    percentileOver({
      record: "codequal:analysis_duration_seconds:p95_30m",
      quantile: 0.95,
      observations: analysisTimesByMode,
      buckets: BUCKETS,
      window: minutes(30),
    }),
    percentileOver({
      record: "codequal:analysis_duration_seconds:p99_1h",
      quantile: 0.99,
      observations: analysisTimes,
      buckets: BUCKETS,
      summedLabels: { mode: "quick" },
      window: hours(1),
    }),
    percentileOver({
      record: "codequal:analysis_duration_seconds:p99_7d",
      quantile: 0.99,
      observations: analysisTimes,
      buckets: BUCKETS,
      summedLabels: { mode: "quick" },
      window: days(7),
    }),
  ],
};
