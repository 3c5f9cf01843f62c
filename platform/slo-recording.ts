import { minutes } from "../model/duration";
import type { RecordingGroupDeclaration } from "../model/recording-rule";

/**
 * Models of the example bank, each with an error budget: two that are always wrong, and one that is
 * right.
 */
const models = {
  'bank_model_accuracy_ratio{model="fraud"}': "0x30",
  'bank_model_accuracy_ratio{model="churn"}': "0x30",
  'bank_model_accuracy_ratio{model="price"}': "1x30",
};

/**
 * SLO compliance of every system. An SLO counts once, however many budgets it has. The series keep
 * the system of the SLO.
 */
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
            name: "one SLO of two is breached, for two of its three budgets",
            series: {
              ...models,
              'bank_http_requests_total{status="200"}': "1e7+6x30",
            },
            at: minutes(30),
            samples: [{ labels: { system: "bank" }, value: 0.5 }],
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
            name: "two SLOs of four are breached, one of them for two of its three budgets; two systems have an SLO with the same name",
            series: {
              ...models,
              'shop_http_requests_total{status="500"}': "1e7+6x30",
              'shop_http_request_duration_seconds_bucket{le="0.5"}': "1e7+6x30",
              'shop_http_request_duration_seconds_bucket{le="+Inf"}':
                "1e7+6x30",
              'bank_http_requests_total{status="200"}': "1e7+6x30",
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
              'shop_http_requests_total{status="500"}': "1e7+1x30",
              'shop_http_requests_total{status="200"}': "1e7+99x30",
            },
            at: minutes(30),
            samples: [
              {
                labels: { system: "shop", slo: "availability" },
                value: 10,
              },
            ],
          },
          {
            name: "two budgets of three burn as fast as they can",
            series: models,
            at: minutes(30),
            samples: [
              { labels: { system: "bank", slo: "accuracy" }, value: 20 },
            ],
          },
        ],
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
              'shop_http_requests_total{status="500"}': "1e7+1x30",
              'shop_http_requests_total{status="200"}': "1e7+1999x30",
            },
            at: minutes(30),
            samples: [
              {
                labels: { system: "shop", slo: "availability" },
                value: 0.5,
              },
            ],
          },
          {
            name: "two budgets of three are overdrawn",
            series: models,
            at: minutes(30),
            samples: [
              { labels: { system: "bank", slo: "accuracy" }, value: -19 },
            ],
          },
        ],
      },
    },
  ],
};
