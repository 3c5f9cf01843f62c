import { days, hours, minutes, seconds } from "../model/duration";
import type { Duration } from "../model/duration";
import { counter, histogram } from "../model/metric";
import { percent } from "../model/ratio";
import type { Ratio } from "../model/ratio";
import type { PublicHealth, ServiceDeclaration } from "../model/service";
import type { ServiceDocument } from "../model/service-document";
import type { ScrapeAuthentication } from "../model/target";
import type { Team } from "../model/team";
import { count } from "../model/threshold";
import { percentileLimit } from "./alerts/percentile-limit";
import { ratioLimit } from "./alerts/ratio-limit";
import { metricsAbsent, systemDown } from "./alerts/silence";
import type { Events } from "./events";
import type { Observations } from "./observations";
import { lines, rateAndErrors, redAbove } from "./panels";
import { bucketRate, percentileNow } from "./recording/percentiles";
import { errorRate, eventRate } from "./recording/rates";
import { ratioNow, ratioOver } from "./recording/ratios";
import { eventSlo, latencySlo } from "./slos";
import { healthProbe } from "./targets";

/** What is particular about a service that answers requests over HTTP. */
export interface HttpService {
  /** Value of the label `system`, and beginning of the names of its metrics. */
  readonly key: string;
  readonly displayName: string;
  readonly document: ServiceDocument;
  readonly team: Team;
  /** @default the key */
  readonly namespace?: string;
  readonly publicHealth: PublicHealth;
  /** Its pods: their label `app`, named port, and how many there are at most. */
  readonly pods: {
    readonly app: string;
    readonly port: string;
    readonly containerPort: number;
    readonly most: number;
  };
  readonly authentication: ScrapeAuthentication;
  /** Address inside the cluster that answers 2xx while it serves. */
  readonly healthUrl: string;
  /** How many routes it has, and how many methods and statuses it uses at most. */
  readonly routes: number;
  /** Bounds of its response times in seconds; the promised one and the limit of the alert are among them, and a greater one. */
  readonly buckets: readonly number[];
  /** Share of requests that it answers without a server error, over 30 days. */
  readonly availability: Ratio;
  /** Time within which 95 % are answered, over 30 days. */
  readonly answersWithin: Duration;
  /** Share of server errors above which people are told. @default 5 % */
  readonly errorLimit?: Ratio;
  /** P95 above which people are told. @default the promised time */
  readonly slowLimit?: Duration;
}

const METHODS = 6;
const STATUSES = 12;

/**
 * An ordinary HTTP service, whole: contract, target, probe, rates, ratios, percentiles, promises, four alerts with their proofs, and a page.
 * Its application exposes `<key>_http_requests_total` (labels `method`, `route`, `status`) and `<key>_http_request_duration_seconds`
 * (`method`, `route`); its team writes the runbooks `<key>/errors`, `slow`, `down` and `metrics-absent`. What it has besides is added
 * to the declaration that comes out: `{ ...httpService(…), exporters }`.
 */
export function httpService(service: HttpService): ServiceDeclaration {
  const { key, displayName, namespace = key, pods } = service;
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
    buckets: service.buckets,
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
    key,
    displayName,
    document: service.document,
    namespace,
    team: service.team,
    publicHealth: service.publicHealth,
    metrics: {
      [total]: counter({
        help: "HTTP requests answered",
        labels: { method: METHODS, route: service.routes, status: STATUSES },
      }),
      [observations.histogram]: histogram({
        help: "Time to answer an HTTP request, in seconds",
        labels: { method: METHODS, route: service.routes },
        buckets: service.buckets,
      }),
    },
    targets: [
      {
        kind: "service-monitor",
        name: key,
        app: pods.app,
        matchLabels: { app: pods.app },
        port: pods.port,
        containerPort: pods.containerPort,
        interval: seconds(30),
        expectedTargets: pods.most,
        authentication: service.authentication,
      },
    ],
    probes: [
      healthProbe({
        system: key,
        url: service.healthUrl,
      }),
    ],
    exporters: [],
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
    alertInterval: minutes(1),
    alerts: [
      ratioLimit({
        name: `${name}Errors`,
        events,
        shows: "bad",
        ratio: errorRatio("5m"),
        limit: {
          name: "errorRatio",
          value: service.errorLimit ?? percent(5),
        },
        minimum: {
          name: "minimumRate",
          rate: rates.total,
          value: count(0.1, "requests per second"),
        },
        for: minutes(5),
        severity: "critical",
        priority: "P0",
        condition: "api-errors",
        summary: `${displayName} fails {{ $value | humanizePercentage }} of its requests`,
        runbook: `${key}/errors`,
        dashboard: key,
      }),
      percentileLimit({
        name: `${name}Slow`,
        percentile: p(95),
        quantile: 0.95,
        observations,
        limit: {
          name: "p95",
          value: service.slowLimit ?? service.answersWithin,
        },
        for: minutes(10),
        severity: "warning",
        priority: "P1",
        condition: "api-latency",
        summary: `P95 of ${displayName} is {{ $value | humanizeDuration }}`,
        runbook: `${key}/slow`,
        dashboard: key,
      }),
      systemDown({
        name: `${name}Down`,
        key,
        for: minutes(2),
        severity: "critical",
        priority: "P0",
        condition: "system-down",
        summary: `${displayName} is down`,
        runbook: `${key}/down`,
        dashboard: key,
      }),
      metricsAbsent({
        name: `${name}MetricsAbsent`,
        key,
        apps: [pods.app],
        metric: total,
        for: minutes(10),
        severity: "critical",
        priority: "P1",
        summary: `No metrics from ${displayName}`,
        runbook: `${key}/metrics-absent`,
        dashboard: key,
      }),
    ],
    slos: [
      eventSlo({
        name: "availability",
        promise: `${displayName} answers without a server error.`,
        objective: service.availability,
        period: days(30),
        events,
        ...rates,
        volume: "normal",
        page: "P0",
      }),
      latencySlo({
        name: `latency-p95-${service.answersWithin.toString()}`,
        promise: `${displayName} answers within ${service.answersWithin.toString()}.`,
        objective: percent(95),
        period: days(30),
        observations,
        buckets,
        within: service.answersWithin,
        volume: "normal",
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
