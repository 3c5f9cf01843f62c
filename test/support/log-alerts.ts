import { minutes, seconds } from "../../model/duration";
import type { LogAlert } from "../../model/log-alert";
import type { Service } from "../../model/service";
import { count } from "../../model/threshold";
import { goodService } from "./services";

/** An alert on logs without a mistake; each test breaks it in one way. */
export const goodLogAlert: LogAlert = {
  name: "ShopErrorLogs",
  expr: 'sum by (pod) (count_over_time({system="shop", app="shop-api"} | json | level="error" | __error__="" [5m])) > {lines}',
  thresholds: { lines: count(5, "lines") },
  for: minutes(1),
  severity: "warning",
  priority: "P2",
  summary: "The shop writes errors",
  description: "{{ $labels.pod }} wrote {{ $value }} errors",
  runbook: "shop/errors",
  dashboard: "shop",
  proof: {
    fires: [
      {
        name: "an error in ten seconds",
        streams: [
          {
            labels: { system: "shop", app: "shop-api", pod: "a" },
            lines: [
              { line: { level: "ERROR" }, to: minutes(10), every: seconds(10) },
            ],
          },
        ],
        at: seconds(110),
        until: seconds(850),
        expect: [{ labels: { pod: "a" }, description: "a wrote 12 errors" }],
      },
    ],
    quiet: [
      {
        name: "an error in a minute",
        streams: [
          {
            labels: { system: "shop", app: "shop-api", pod: "a" },
            lines: [
              { line: { level: "ERROR" }, to: minutes(10), every: minutes(1) },
            ],
          },
        ],
      },
    ],
  },
};

/** The good service with an alert on logs, changed. */
export const withLogAlert = (change: Partial<LogAlert> = {}): Service => ({
  ...goodService,
  logAlerts: [{ ...goodLogAlert, ...change }],
});
