import { minutes } from "../../model/duration";
import type {
  RecordingGroup,
  RecordingProof,
} from "../../model/recording-rule";

/** A quantile from so many observations a minute up to each bound, half of them on each of two pods. */
const quantileProof = (
  metric: string,
  bounds: readonly (readonly [string, number])[],
  value: number,
  average: string,
): RecordingProof => ({
  equivalent: { [average]: "what it reads has one series of each bound" },
  cases: [
    {
      name: "observations on two pods",
      series: Object.fromEntries(
        ["a", "b"].flatMap((pod) =>
          bounds.map(([bound, count]) => [
            `${metric}_bucket{le="${bound}", pod="${pod}"}`,
            `1000+${String(count / 2)}x30`,
          ]),
        ),
      ),
      at: minutes(30),
      samples: [{ value }],
    },
  ],
});

/** Rates, ratios and percentiles that alerts and dashboards share. A rule reads only what stands above it. */
export const recording: readonly RecordingGroup[] = [
  {
    name: "codeverify-http",
    interval: minutes(1),
    rules: [
      {
        requirement: "CV-R1",
        record: "codeverify:http_requests:rate5m",
        expr: "sum(rate(codeverify_http_requests_total[5m]))",
      },
      {
        requirement: "CV-R2",
        record: "codeverify:http_errors:rate5m",
        expr: `sum(rate(codeverify_http_requests_total{status=~"5.."}[5m]))
  or 0 * sum(rate(codeverify_http_requests_total[5m]))`,
        proof: {
          cases: [
            {
              name: "two kinds of server errors",
              series: {
                'codeverify_http_requests_total{status="500"}': "1000+30x10",
                'codeverify_http_requests_total{status="503"}': "1000+30x10",
                'codeverify_http_requests_total{status="404"}': "1000+60x10",
              },
              at: minutes(10),
              samples: [{ value: 1 }],
            },
            {
              name: "no error yet",
              series: {
                'codeverify_http_requests_total{status="200"}': "1000+60x10",
              },
              at: minutes(10),
              samples: [{ value: 0 }],
            },
          ],
          equivalent: {
            "sum(rate(codeverify_http_requests_tot…: avg (#2)":
              "zero times anything",
            "5m → 10m (#2)": "zero times anything",
            "5m → 2m30s (#2)": "zero times anything",
          },
        },
      },
      {
        requirement: "CV-R3",
        record: "codeverify:http_error:ratio_rate5m",
        expr: "codeverify:http_errors:rate5m / (codeverify:http_requests:rate5m > 0)",
        proof: {
          cases: [
            {
              name: "half of a request in a second",
              series: {
                'codeverify_http_requests_total{status="500"}': "1000+15x10",
                'codeverify_http_requests_total{status="200"}': "1000+15x10",
              },
              at: minutes(10),
              samples: [{ value: 0.5 }],
            },
            {
              name: "no requests",
              series: {
                'codeverify_http_requests_total{status="200"}': "1000x10",
              },
              at: minutes(10),
              samples: [],
            },
          ],
        },
      },
      {
        requirement: "CV-R4",
        record: "codeverify:http_request_duration_seconds_bucket:rate5m",
        expr: "sum by (le) (rate(codeverify_http_request_duration_seconds_bucket[5m]))",
      },
      {
        requirement: "CV-R5",
        record: "codeverify:http_request_duration_seconds:p50_5m",
        expr: "histogram_quantile(0.50, sum by (le) (codeverify:http_request_duration_seconds_bucket:rate5m))",
        proof: quantileProof(
          "codeverify_http_request_duration_seconds",
          [
            ["0.25", 40],
            ["0.5", 60],
            ["+Inf", 100],
          ],
          0.375,
          "sum by (le) (codeverify:http_request_…: avg",
        ),
      },
      {
        requirement: "CV-R6",
        record: "codeverify:http_request_duration_seconds:p95_5m",
        expr: "histogram_quantile(0.95, sum by (le) (codeverify:http_request_duration_seconds_bucket:rate5m))",
        proof: quantileProof(
          "codeverify_http_request_duration_seconds",
          [
            ["1.0", 90],
            ["2.0", 100],
            ["+Inf", 100],
          ],
          1.5,
          "sum by (le) (codeverify:http_request_…: avg",
        ),
      },
      {
        requirement: "CV-R7",
        record: "codeverify:http_request_duration_seconds:p99_5m",
        expr: "histogram_quantile(0.99, sum by (le) (codeverify:http_request_duration_seconds_bucket:rate5m))",
        proof: quantileProof(
          "codeverify_http_request_duration_seconds",
          [
            ["1.0", 98],
            ["2.0", 100],
            ["+Inf", 100],
          ],
          1.5,
          "sum by (le) (codeverify:http_request_…: avg",
        ),
      },
    ],
  },
  {
    name: "codeverify-analysis",
    interval: minutes(1),
    rules: [
      {
        requirement: "CV-R8",
        record: "codeverify:analyses:rate5m",
        expr: "sum(rate(codeverify_analyses_total[5m]))",
        proof: {
          cases: [
            {
              name: "sixty analyses at once, four minutes ago",
              series: {
                'codeverify_analyses_total{status="passed"}': "1000x6 1060x4",
                'codeverify_analyses_total{status="failed"}': "1000x10",
              },
              at: minutes(10),
              samples: [{ value: 0.25 }],
            },
            {
              name: "sixty analyses at once, six minutes ago",
              series: {
                'codeverify_analyses_total{status="passed"}': "1000x4 1060x6",
              },
              at: minutes(10),
              samples: [{ value: 0 }],
            },
          ],
        },
      },
      {
        requirement: "CV-R9",
        record: "codeverify:analysis_failures:rate5m",
        expr: `sum(rate(codeverify_analyses_total{status="failed"}[5m]))
  or 0 * sum(rate(codeverify_analyses_total[5m]))`,
        proof: {
          cases: [
            {
              name: "failures on two workers",
              series: {
                'codeverify_analyses_total{status="failed", pod="a"}':
                  "1000+30x10",
                'codeverify_analyses_total{status="failed", pod="b"}':
                  "1000+30x10",
                'codeverify_analyses_total{status="passed", pod="a"}':
                  "1000+60x10",
              },
              at: minutes(10),
              samples: [{ value: 1 }],
            },
            {
              name: "no failure yet",
              series: {
                'codeverify_analyses_total{status="passed"}': "1000+60x10",
              },
              at: minutes(10),
              samples: [{ value: 0 }],
            },
          ],
          equivalent: {
            "sum(rate(codeverify_analyses_total[5m])): avg":
              "zero times anything",
            "5m → 10m (#2)": "zero times anything",
            "5m → 2m30s (#2)": "zero times anything",
          },
        },
      },
      {
        requirement: "CV-R10",
        record: "codeverify:analysis_failure:ratio_rate1h",
        expr: `sum_over_time(codeverify:analysis_failures:rate5m[1h])
  / (sum_over_time(codeverify:analyses:rate5m[1h]) > 0)`,
        proof: {
          cases: [
            {
              name: "few analyses, a quarter fails",
              series: {
                'codeverify_analyses_total{status="failed"}': "1000+0.1x90",
                'codeverify_analyses_total{status="passed"}': "1000+0.3x90",
              },
              at: minutes(90),
              samples: [{ value: 0.25 }],
            },
            {
              name: "no analyses",
              series: {
                'codeverify_analyses_total{status="passed"}': "1000x90",
              },
              at: minutes(90),
              samples: [],
            },
          ],
        },
      },
      {
        requirement: "CV-R13",
        record: "codeverify:verification_success:ratio_rate1h",
        expr: `sum(rate(codeverify_verification_duration_seconds_count{result=~"verified|refuted"}[1h]))
  / (sum(rate(codeverify_verification_duration_seconds_count[1h])) > 0)`,
        proof: {
          cases: [
            {
              name: "three of four come to a result, on two workers",
              series: {
                'codeverify_verification_duration_seconds_count{result="verified", pod="a"}':
                  "1000+0.2x90",
                'codeverify_verification_duration_seconds_count{result="refuted", pod="b"}':
                  "1000+0.1x90",
                'codeverify_verification_duration_seconds_count{result="timeout", pod="a"}':
                  "1000+0.1x90",
              },
              at: minutes(90),
              samples: [{ value: 0.75 }],
            },
            {
              name: "all failed an hour ago, all succeed since three quarters of an hour",
              series: {
                'codeverify_verification_duration_seconds_count{result="verified"}':
                  "1000x45 1001+1x44",
                'codeverify_verification_duration_seconds_count{result="timeout"}':
                  "1000+2x45 1090x44",
              },
              at: minutes(90),
              samples: [{ value: 0.616438356 }],
            },
            {
              name: "no verifications",
              series: {
                'codeverify_verification_duration_seconds_count{result="verified"}':
                  "1000x90",
              },
              at: minutes(90),
              samples: [],
            },
          ],
        },
      },
    ],
  },
  {
    name: "codeverify-worker",
    interval: minutes(1),
    rules: [
      {
        requirement: "CV-R11",
        record: "codeverify:queue_latency_seconds_bucket:rate5m",
        expr: "sum by (le) (rate(codeverify_queue_latency_seconds_bucket[5m]))",
      },
      {
        requirement: "CV-R12",
        record: "codeverify:queue_latency_seconds:p95_15m",
        expr: "histogram_quantile(0.95, sum by (le) (sum_over_time(codeverify:queue_latency_seconds_bucket:rate5m[15m])))",
        proof: quantileProof(
          "codeverify_queue_latency_seconds",
          [
            ["30.0", 90],
            ["60.0", 100],
            ["+Inf", 100],
          ],
          45,
          "sum by (le) (sum_over_time(codeverify…: avg",
        ),
      },
      {
        requirement: "CV-R14",
        record: "codeverify:llm_error:ratio_rate15m",
        expr: `sum by (provider) (rate(codeverify_llm_requests_total{status="error"}[15m]))
  / (sum by (provider) (rate(codeverify_llm_requests_total[15m])) > 0)`,
        proof: {
          cases: [
            {
              name: "two models of one provider fail, another provider does not",
              series: {
                'codeverify_llm_requests_total{provider="acme", model="a", status="error"}':
                  "1000+5x30",
                'codeverify_llm_requests_total{provider="acme", model="b", status="error"}':
                  "1000+5x30",
                'codeverify_llm_requests_total{provider="acme", model="a", status="ok"}':
                  "1000+20x30",
                'codeverify_llm_requests_total{provider="acme", model="b", status="ok"}':
                  "1000+10x30",
                'codeverify_llm_requests_total{provider="best", model="c", status="error"}':
                  "1000x30",
                'codeverify_llm_requests_total{provider="best", model="c", status="ok"}':
                  "1000x30",
              },
              at: minutes(30),
              samples: [{ labels: { provider: "acme" }, value: 0.25 }],
            },
          ],
        },
      },
      {
        requirement: "CV-R15",
        record: "codeverify:workers_up:count",
        expr: 'sum(up{system="codeverify", app="codeverify-worker"}) or vector(0)',
      },
    ],
  },
];
