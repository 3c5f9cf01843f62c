import { minutes } from "../../model/duration";
import type { RecordingGroup } from "../../model/recording-rule";

/** How the promises of every system are kept. They keep the system whose promise it is. */
export const sloRecording: RecordingGroup = {
  name: "platform-slos",
  interval: minutes(1),
  rules: [
    {
      requirement: "XMR-R1",
      record: "slo:compliance:ratio",
      system: "from-series",
      expr: "1 - avg by (system) (max by (system, slo) (slo:violated:bool))",
      proof: {
        cases: [
          {
            name: "one promise of two is broken",
            series: {
              'codeverify_http_requests_total{status="500"}': "1e7+6x30",
              'codeverify_analyses_total{status="passed"}': "1e7+6x30",
            },
            at: minutes(30),
            samples: [{ labels: { system: "codeverify" }, value: 0.5 }],
          },
        ],
      },
    },
    {
      requirement: "XMR-R2",
      record: "slo:compliance_overall:ratio",
      system: "from-series",
      expr: "1 - avg(max by (system, slo) (slo:violated:bool))",
      proof: {
        cases: [
          {
            name: "one promise of two is broken",
            series: {
              'codeverify_http_requests_total{status="500"}': "1e7+6x30",
              'codeverify_analyses_total{status="passed"}': "1e7+6x30",
            },
            at: minutes(30),
            samples: [{ value: 0.5 }],
          },
        ],
      },
    },
    {
      requirement: "XMR-R4",
      record: "slo:burn_rate_max:ratio_1h",
      system: "from-series",
      expr: "max by (system, slo) (slo:burn_rate:ratio_1h)",
      proof: {
        cases: [
          {
            name: "a hundredth fails where a thousandth may",
            series: {
              'codeverify_http_requests_total{status="500"}': "1e7+1x30",
              'codeverify_http_requests_total{status="200"}': "1e7+99x30",
            },
            at: minutes(30),
            samples: [
              {
                labels: { system: "codeverify", slo: "api-availability" },
                value: 10,
              },
            ],
          },
        ],
        equivalent: {
          "max by (system, slo) (slo:burn_rate:r…: min":
            "no promise in the repository has dims, so there is one series of each",
        },
      },
    },
    {
      requirement: "XMR-R6",
      record: "slo:error_budget_remaining_min:ratio",
      system: "from-series",
      expr: "min by (system, slo) (slo:error_budget_remaining:ratio)",
      proof: {
        cases: [
          {
            name: "half of what may fail has failed",
            series: {
              'codeverify_http_requests_total{status="500"}': "1e7+1x30",
              'codeverify_http_requests_total{status="200"}': "1e7+1999x30",
            },
            at: minutes(30),
            samples: [
              {
                labels: { system: "codeverify", slo: "api-availability" },
                value: 0.5,
              },
            ],
          },
        ],
        equivalent: {
          "min by (system, slo) (slo:error_budge…: max":
            "no promise in the repository has dims, so there is one series of each",
        },
      },
    },
  ],
};
