import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes, seconds } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { spike } from "../../../../patterns/anomaly/spike";
import { percentileBroken } from "../../../../patterns/alerts/percentile-limit";
import { objectiveMissed } from "../../../../patterns/alerts/ratio-limit";
import { metricsAbsent, systemDown } from "../../../../patterns/alerts/absence";
import { latency, requests } from "../events";

/** Refused requests are five times as frequent as over the last day. */
const refusals = (
  name: string,
  counter: string,
  reason: string,
  texts: Pick<AlertDeclaration, "summary" | "action"> & {
    readonly description: string;
  },
): AlertDeclaration =>
  spike({
    name,
    counter: `${counter}{system="aurora"}`,
    example: { [`${counter}{system="aurora", reason="${reason}"}`]: 1 },
    key: "aurora",
    window: minutes(5),
    baseline: hours(24),
    factor: count(5, "times the daily mean"),
    minimum: count(20, "failures in 5 minutes"),
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    ...texts,
    runbook: `aurora/auth-failures#${name.toLowerCase()}`,
  });

/** The API breaches its SLOs, refuses more requests than usual, or its metrics are absent. */
export const apiAlerts: readonly AlertDeclaration[] = [
  objectiveMissed({
    name: "AuroraApiAvailabilitySloViolation",
    events: requests,
    period: "aurora:api_availability:ratio_rate30d",
    now: { ratio: "aurora:api_availability:ratio_rate1h", window: hours(1) },
    objective: percent(99.9),
    all: {
      rate: "aurora:api_requests:rate5m",
      bad: "requests ended with a server error",
    },
    bad: {
      rate: "aurora:api_errors:rate5m",
      // At least five, as its error budget asks for too: one at night is chance.
      minimum: {
        name: "failures",
        value: count(4.5, "server errors in an hour"),
      },
    },
    for: minutes(5),
    priority: "P0",
    condition: "api-availability",
    summary:
      "API availability over 30 days below 99.9 % and still bad in the last hour",
    description:
      "{{ $value | humanizePercentage }} of the last 30 days' requests were answered without a server error, and in the last hour the share was below the objective, with at least 5 server errors.",
    action: "Find the failing route, and compare with the last deployment.",
    runbook: "aurora/api-availability",
  }),
  percentileBroken({
    name: "AuroraApiLatencySloViolation",
    quantile: 0.99,
    observations: latency,
    period: "aurora:api_request_duration_seconds:p99_7d",
    now: {
      percentile: "aurora:api_request_duration_seconds:p99_5m",
      window: minutes(5),
    },
    limit: { name: "p99", value: seconds(0.1) },
    for: minutes(10),
    priority: "P1",
    condition: "api-latency",
    summary: "P99 API latency above 100 ms over 7 days and now",
    description:
      "One in a hundred of the last 7 days' requests took longer than {{ $value | humanizeDuration }}, and it is as slow now.",
    action:
      "See whether the database is slow too; if not, find the slow route.",
    runbook: "aurora/api-latency",
  }),
  refusals(
    "AuroraAuthenticationFailureSpike",
    "api_authentication_failures_total",
    "password",
    {
      summary: "Authentication failures are five times the daily mean",
      description:
        "More than five times as many credentials are refused as over the last day, and more than 20 within 5 minutes; or more than 100 where that day is not known.",
      action: "See whether guessed passwords or a release of ours is refused.",
    },
  ),
  refusals(
    "AuroraAuthorizationFailureSpike",
    "api_authorization_failures_total",
    "role",
    {
      summary: "Authorization failures are five times the daily mean",
      description:
        "More than five times as many requests of known users are denied as over the last day, and more than 20 within 5 minutes; or more than 100 where that day is not known.",
      action: "See whether one account tries doors or all lost their rights.",
    },
  ),
  systemDown({
    name: "AuroraDown",
    key: "aurora",
    for: minutes(2),
    priority: "P0",
    condition: "system-down",
    summary: "aurora is down",
    description:
      "The probe of its health has failed or has been missing for 2 minutes: the API does not answer, or lacks its database or caches.",
    action:
      "See whether pods of the API are ready, then which dependency its health names.",
    causes: ["api-availability"],
    runbook: "aurora/down",
  }),
  metricsAbsent({
    name: "AuroraMetricsAbsent",
    key: "aurora",
    apps: ["aurora-api"],
    metric: 'api_requests_total{system="aurora"}',
    for: minutes(10),
    priority: "P1",
    summary: "No metrics from aurora",
    description:
      "No target of aurora is scraped, or none counts requests: its other alerts are blind.",
    action: "Read the scrape error on the targets page of Prometheus.",
    runbook: "aurora/metrics-absent",
  }),
];
