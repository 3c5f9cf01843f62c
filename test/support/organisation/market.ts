import type { AlertProof } from "../../../model/alert-proof";
import { days, milliseconds, minutes, seconds } from "../../../model/duration";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import { percent } from "../../../model/ratio";
import type { ServiceDeclaration } from "../../../model/service";
import { metricsAbsent } from "../../../patterns/alerts/absence";
import { httpApi } from "../../../patterns/http-api";
import type { LimitsInForce } from "../../../patterns/alerts/limits-in-force";
import { metricsToken } from "../../../patterns/targets";
import { marketTeam } from "./teams";

const api = httpApi({
  key: "market",
  displayName: "Market",
  routes: ["/", "/stalls/:id", "/orders"],
  requestsPerSecond: 40,
  availability: percent(99.9),
  p95: milliseconds(500),
  pods: {
    app: "market-api",
    most: 3,
    port: "http",
    containerPort: 8000,
    health: "http://market-api.market.svc:8000/health/ready",
  },
});

/** A summary without a value: the description and the value say more. */
const ERRORS = "High error rate of the market";

const withoutValue = (proof: AlertProof): AlertProof => ({
  ...proof,
  fires: proof.fires.map((one) => ({
    ...one,
    expect: (one.expect ?? [{}]).map((expected) => ({
      ...expected,
      summary: ERRORS,
    })),
  })),
});

const memory = (pod: string, used: string) => ({
  [`container_memory_working_set_bytes{namespace="market", pod="${pod}", container="worker"}`]:
    used,
  [`kube_pod_container_resource_limits{namespace="market", pod="${pod}", container="worker", resource="memory"}`]:
    "1000x40",
});

/**
 * What most systems have: an API behind its Service, workers without one, exporters, alerts of
 * several priorities, SLOs, logs, traces, and a team that reads no e-mail.
 */
export const market: ServiceDeclaration = {
  key: "market",
  displayName: "Market",
  about: "The market takes orders, and its workers pack them.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: marketTeam,
  priorities: {
    P0: { ...PRIORITY_MATRIX.P0, channels: ["pager", "chat"] },
    P1: { ...PRIORITY_MATRIX.P1, channels: ["chat"] },
    P3: { ...PRIORITY_MATRIX.P3, channels: ["chat"] },
  },
  ...api,
  publicHealth: { kind: "url", url: "https://market.example.com/health/ready" },
  targets: [
    ...api.targets,
    {
      kind: "pod-monitor",
      app: "market-worker",
      port: "metrics",
      containerPort: 9000,
      expectedTargets: 4,
      authentication: metricsToken("market"),
    },
  ],
  exporters: [
    {
      kind: "redis",
      name: "market-redis-exporter",
      address: "redis://redis.market.svc:6379",
      password: { secret: "market-redis", key: "password" },
    },
    {
      kind: "postgres",
      name: "market-postgres-exporter",
      host: "postgres.market.svc:5432",
      database: "market",
      user: "monitoring",
      password: { secret: "market-postgres", key: "password" },
    },
  ],
  traces: {
    kind: "sent",
    longest: minutes(30),
    workloads: [
      { workload: "market-api" },
      {
        workload: "market-worker",
        spans: [
          {
            what: "An order, from the queue to its parcel",
            name: "packing",
            attributes: { stall: "the stall that sells it" },
          },
        ],
      },
    ],
  },
  alerts: [
    ...api.alerts
      .filter(({ name }) => name !== "MarketMetricsAbsent")
      .map((alert) =>
        alert.name === "MarketErrors"
          ? {
              ...alert,
              summary: ERRORS,
              proof: withoutValue(alert.proof),
              proofFor: (limits: LimitsInForce) =>
                withoutValue(alert.proofFor?.(limits) ?? alert.proof),
              action: "Compare the failing routes with the last deployment.",
              runbook: "market/errors#marketerrors",
            }
          : alert,
      ),
    metricsAbsent({
      name: "MarketMetricsAbsent",
      key: "market",
      apps: ["market-api", "market-worker"],
      metric: "market_http_requests_total",
      for: minutes(10),
      priority: "P1",
      summary: "No metrics from the market",
      runbook: "market/metrics-absent",
    }),
    {
      name: "MarketPodMemory",
      expr: 'max by (pod) (namespace_pod:container_memory_working_set:ratio_limit{namespace="market"}) > {usedRatio}',
      thresholds: { usedRatio: percent(90) },
      for: minutes(15),
      priority: "P2",
      summary:
        "{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit",
      action: "Compare with the same hour yesterday: growth or load?",
      runbook: "market/pod-memory",
      proof: {
        fires: [
          {
            series: memory("worker-1", "970x40"),
            at: minutes(15),
            expect: [
              {
                labels: { pod: "worker-1" },
                summary: "worker-1 uses 97% of its memory limit",
              },
            ],
          },
        ],
        quiet: [{ series: memory("worker-1", "900x40"), at: minutes(20) }],
      },
    },
  ],
  logAlerts: [
    {
      name: "MarketOrderLost",
      expr: 'sum by (pod) (count_over_time({system="market", app="market-worker"} | json | event="order_lost" | __error__="" [5m])) > 0',
      for: minutes(0),
      priority: "P1",
      summary: "A worker lost an order",
      description: "{{ $labels.pod }} lost {{ $value }} orders",
      runbook: "market/order-lost",
      proof: {
        fires: [
          {
            name: "a lost order",
            streams: [
              {
                labels: { system: "market", app: "market-worker", pod: "a" },
                lines: [
                  {
                    line: { event: "order_lost" },
                    to: seconds(10),
                    every: seconds(10),
                  },
                ],
              },
            ],
            at: seconds(10),
            until: seconds(310),
            expect: [{ labels: { pod: "a" }, description: "a lost 1 orders" }],
          },
        ],
        quiet: [
          {
            name: "an order that is packed",
            streams: [
              {
                labels: { system: "market", app: "market-worker", pod: "a" },
                lines: [
                  {
                    line: { event: "order_packed" },
                    to: minutes(10),
                    every: minutes(1),
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  logQueries: [
    {
      id: "recent-errors",
      number: 1,
      title: "Recent errors",
      description: "What the API wrote as an error, the message alone",
      expr: '{system="market", app="market-api", level="error"} | json | __error__="" | line_format "{{.message}}"',
    },
  ],
  traceQueries: [
    {
      id: "slow-packing",
      number: 2,
      title: "Slow packing by stall",
      description: "Orders that took longer than a minute, each with its stall",
      expr: '{ resource.service.name = "market-worker" && name = "packing" && duration > 60s } | select(span.stall)',
    },
  ],
  releaseGate: {
    unlocks: "the opening of the market",
    title: "Before the market opens",
    evidence: "launch/evidence/market",
    checklist: [
      { text: "Scraped", evidence: [{ kind: "targets" }] },
      {
        text: "Notified",
        evidence: [
          { kind: "test-alert" },
          { kind: "person", key: "channels", look: "the chat shows the alert" },
        ],
      },
    ],
    sections: [],
    decisions: ["It may open"],
    retention: days(30),
    testAlert: ["P0"],
    provokedFault: {
      path: "/api/test/trigger-errors",
      body: { rate: 0.1 },
      alert: "MarketErrors",
      within: minutes(10),
    },
  },
  noData: {
    kind: "alert",
    alert: "MarketMetricsAbsent",
    metrics: ["market_http_requests_total"],
  },
};
