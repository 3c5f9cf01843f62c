import { values } from "../model/label-values";
import { hours, minutes, seconds } from "../model/duration";
import type { Duration } from "../model/duration";
import { counter, histogram } from "../model/metric";
import { percent } from "../model/ratio";
import type { Ratio } from "../model/ratio";
import type { ServiceDeclaration } from "../model/service";
import { count } from "../model/threshold";
import { observedOf } from "../model/typical/typical";
import type { Percentiles } from "../model/typical/typical";
import { percentileLimit } from "./alerts/percentile-limit";
import { ratioLimit } from "./alerts/ratio-limit";
import { metricsAbsent, systemDown } from "./alerts/absence";
import type { Events } from "./events";
import type { Observations } from "./observations";
import { lines, rateAndErrors, redAbove } from "./panels";
import { httpMethod, httpStatus } from "./http-labels";
import { httpTraffic } from "./http-traffic";
import { bucketRate, percentileNow } from "./recording/percentiles";
import { errorRate, eventRate } from "./recording/rates";
import { ratioNow, ratioOver } from "./recording/ratios";
import { eventSlo, latencySlo } from "./slos";
import { httpPods } from "./targets";
import type { HttpPods } from "./targets";

/** Parameters of an HTTP API. */
export interface HttpApi {
  /** Key of its system: value of the label `system`, and prefix of its metric names. */
  readonly key: string;
  /** Display name. @default the key */
  readonly displayName?: string;
  /** Its routes as the label `route` names them: `/orders/:id`, so that they are few. */
  readonly routes: readonly string[];
  /** Requests per second in the busiest hour of production, of all its pods. */
  readonly requestsPerSecond: number;
  /** Availability objective: share of requests answered without a server error, over 30 days. */
  readonly availability: Ratio;
  /** Latency objective: time within which 95 % are answered, over 30 days; one of the buckets. */
  readonly p95: Duration;
  /**
   * Its target and health endpoint.
   * @default as in {@link httpPods}, with the key as app and 3 pods at most
   */
  readonly pods?: Partial<Omit<HttpPods, "key">>;
  /**
   * Bounds of its latency histogram in seconds; they include the latency objective, the limit of
   * the alert, and a greater one.
   * @default those of Prometheus's own client libraries, 5 milliseconds to 10 seconds
   */
  readonly buckets?: readonly number[];
  /** Ratio of server errors above which an alert fires. @default 5 % */
  readonly errorLimit?: Ratio;
  /** P95 above which an alert fires. @default the latency objective */
  readonly slowLimit?: Duration;
}

/** The declarations of an HTTP API. */
export type HttpApiParts = Required<
  Pick<
    ServiceDeclaration,
    | "metrics"
    | "targets"
    | "probes"
    | "recording"
    | "alerts"
    | "slos"
    | "noData"
    | "dashboards"
  >
>;

/** Well within the objective: half of what 95 % may take, in seconds. */
const healthyTimes = (most: number): Percentiles => ({
  p50: most / 8,
  p95: most / 2,
  p99: most * 0.8,
});

/** @see https://pkg.go.dev/github.com/prometheus/client_golang/prometheus#pkg-variables */
const CLIENT_BUCKETS = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

/**
 * An ordinary API over HTTP: contract, target, probe, rates, ratios, percentiles, two SLOs, four
 * alerts with their proofs, and a dashboard. Spread it into a declaration,
 * `alerts: [...api.alerts, refundsHigh]`. Its application exposes `<key>_http_requests_total`
 * (labels `method`, `route`, `status`) and `<key>_http_request_duration_seconds` (`method`,
 * `route`); its team writes the runbooks `<key>/errors`, `slow`, `down` and `metrics-absent`.
 */
export function httpApi(api: HttpApi): HttpApiParts {
  const {
    key,
    displayName = key,
    routes,
    buckets: bounds = CLIENT_BUCKETS,
  } = api;
  const pods: HttpPods = { app: key, most: 3, ...api.pods, key };
  // A label `system` may have hyphens, a metric may not.
  const prefix = key.replaceAll("-", "_");
  const name = key
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
  const total = `${prefix}_http_requests_total`;
  const answer = (status: string) => ({ [`${total}{status="${status}"}`]: 1 });
  const events: Events = {
    total,
    bad: `${total}{status=~"5.."}`,
    examples: { good: answer("200"), bad: answer("500") },
  };
  const observations: Observations = {
    histogram: `${prefix}_http_request_duration_seconds`,
    buckets: bounds,
  };
  const rates = {
    bad: `${prefix}:http_errors:rate5m`,
    total: `${prefix}:http_requests:rate5m`,
  };
  const errorRatio = (window: string): string =>
    `${prefix}:http_error:ratio_rate${window}`;
  const buckets = `${prefix}:http_request_duration_seconds_bucket:rate5m`;
  const p = (percentile: number): string =>
    `${prefix}:http_request_duration_seconds:p${String(percentile)}_5m`;
  const percentile = (which: number) =>
    percentileNow({
      record: p(which),
      observations,
      buckets,
      quantile: which / 100,
    });
  return {
    ...httpPods(pods),
    metrics: {
      [total]: counter({
        help: "HTTP requests answered",
        labels: {
          method: httpMethod,
          route: values(...routes),
          status: httpStatus,
        },
        typical: httpTraffic(api.requestsPerSecond),
      }),
      [observations.histogram]: histogram({
        help: "Time to answer an HTTP request, in seconds",
        labels: { method: httpMethod, route: values(...routes) },
        buckets: bounds,
        typical: observedOf(
          total,
          healthyTimes(
            Math.min(api.p95.seconds, (api.slowLimit ?? api.p95).seconds),
          ),
        ),
      }),
    },
    recording: [
      {
        name: `${key}-http`,
        interval: minutes(1),
        rules: [
          eventRate({ record: rates.total, events }),
          errorRate({ record: rates.bad, events }),
          ratioNow({
            record: errorRatio("5m"),
            events,
            ...rates,
            shows: "bad",
          }),
          ratioOver({
            record: errorRatio("1h"),
            events,
            ...rates,
            shows: "bad",
            window: hours(1),
          }),
          bucketRate({
            record: buckets,
            observations,
          }),
          percentile(50),
          percentile(95),
          percentile(99),
        ],
      },
    ],
    alerts: [
      ratioLimit({
        name: `${name}Errors`,
        events,
        shows: "bad",
        ratio: errorRatio("5m"),
        limit: {
          name: "errorRatio",
          value: api.errorLimit ?? percent(5),
        },
        minimum: {
          name: "minimumRate",
          rate: rates.total,
          value: count(0.1, "requests per second"),
        },
        all: {
          rate: rates.total,
          bad: "requests ended with a server error",
        },
        bad: {
          rate: rates.bad,
          // At least five: a single failed request at night wakes nobody.
          minimum: {
            name: "errors",
            value: count(4.5, "server errors in 5 minutes"),
          },
          window: minutes(5),
        },
        for: minutes(5),
        priority: "P0",
        condition: "api-errors",
        summary: `${displayName} fails {{ $value | humanizePercentage }} of its requests`,
        runbook: `${key}/errors`,
      }),
      percentileLimit({
        name: `${name}Slow`,
        percentile: p(95),
        quantile: 0.95,
        observations,
        limit: {
          name: "p95",
          value: api.slowLimit ?? api.p95,
        },
        for: minutes(10),
        severity: "warning",
        priority: "P1",
        condition: "api-latency",
        summary: `P95 of ${displayName} is {{ $value | humanizeDuration }}`,
        runbook: `${key}/slow`,
      }),
      systemDown({
        name: `${name}Down`,
        key,
        for: minutes(2),
        priority: "P0",
        condition: "system-down",
        summary: `${displayName} is down`,
        runbook: `${key}/down`,
      }),
      metricsAbsent({
        name: `${name}MetricsAbsent`,
        key,
        apps: [pods.app],
        metric: total,
        for: minutes(10),
        priority: "P1",
        summary: `No metrics from ${displayName}`,
        runbook: `${key}/metrics-absent`,
      }),
    ],
    slos: [
      eventSlo({
        name: "availability",
        description: `${displayName} answers without a server error.`,
        unit: "requests",
        objective: api.availability,
        events,
        ...rates,
        outage: { probe: "health" },
        page: "P0",
      }),
      latencySlo({
        name: `latency-p95-${api.p95.toString()}`,
        description: `${displayName} answers within ${api.p95.toString()}.`,
        unit: "requests",
        objective: percent(95),
        observations,
        buckets,
        within: api.p95,
        page: "P1",
      }),
    ],
    noData: {
      kind: "alert",
      alert: `${name}MetricsAbsent`,
      metrics: [total],
    },
    dashboards: [
      {
        uid: key,
        title: displayName,
        description: `Whether ${displayName} answers, and how fast`,
        refresh: seconds(30),
        access: "engineering",
        panels: [
          rateAndErrors({
            id: "requests-and-errors",
            number: 1,
            title: "Requests and errors",
            description:
              "HTTP requests that are answered, and server errors, over 5 minutes",
            ...rates,
          }),
          lines({
            id: "error-rate",
            number: 2,
            title: "Error rate",
            unit: "percentunit",
            thresholds: redAbove({
              alert: `${name}Errors`,
              threshold: "errorRatio",
            }),
            shows: { "5 m": errorRatio("5m"), "1 h": errorRatio("1h") },
            description: "Share of requests that ended with a server error",
            noValue: "No requests",
          }),
          lines({
            id: "response-time",
            number: 3,
            title: "Response time",
            unit: "s",
            thresholds: redAbove({ alert: `${name}Slow`, threshold: "p95" }),
            shows: { p50: p(50), p95: p(95), p99: p(99) },
            description:
              "Time within which half, 95 % and 99 % of requests were answered, over 5 minutes",
            noValue: "No requests",
          }),
        ],
      },
    ],
  };
}
