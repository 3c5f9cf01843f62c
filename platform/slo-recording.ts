import { minutes } from "../model/duration";
import type { RecordingGroupDeclaration } from "../model/recording-rule";

/** Models of sentinel, each with a budget of its own: two that are as good as useless, and one that is right. */
const models = Object.fromEntries(
  (
    [
      ["fraud", 0.1],
      ["churn", 0.1],
      ["price", 0.9],
    ] as const
  ).flatMap(([model, ratio]) => [
    [
      `model_accuracy_ratio{system="sentinel", model="${model}"}`,
      `${String(ratio)}x30`,
    ],
    [
      `model_accuracy_baseline_ratio{system="sentinel", model="${model}"}`,
      "0.9x30",
    ],
  ]),
);

/** How the promises of every system are kept. A promise counts once, however many budgets it has. They keep the system whose promise it is. */
export const sloRecording: RecordingGroupDeclaration = {
  name: "platform-slos",
  rules: [
    {
      record: "slo:compliance:ratio",
      system: "from-series",
      expr: "1 - avg by (system) (max by (system, slo) (slo:violated:bool))",
      proof: {
        cases: [
          {
            name: "one promise of two is broken, for two of its three budgets",
            series: {
              ...models,
              'model_inference_requests_total{system="sentinel", status="success"}':
                "1e7+6x30",
            },
            at: minutes(30),
            samples: [{ labels: { system: "sentinel" }, value: 0.5 }],
          },
        ],
      },
    },
    {
      record: "slo:compliance_overall:ratio",
      system: "from-series",
      expr: "1 - avg(max by (system, slo) (slo:violated:bool))",
      proof: {
        cases: [
          {
            name: "two promises of four are broken, one of them for two of its three budgets; two systems promise something of one name",
            series: {
              ...models,
              'api_requests_total{system="nebula", status="500"}': "1e7+6x30",
              'api_requests_total{system="aurora", status="200"}': "1e7+6x30",
              'model_inference_requests_total{system="sentinel", status="success"}':
                "1e7+6x30",
            },
            at: minutes(30),
            samples: [{ value: 0.5 }],
          },
        ],
      },
    },
    {
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
