import { between, lastRun } from "../../../model/typical/typical";
import { minutes, seconds } from "../../../model/duration";
import type { NotificationPath } from "../../../model/notification-path";
import { PRIORITY_MATRIX } from "../../../model/notification-path";
import { gauge } from "../../../model/metric";
import { percent } from "../../../model/ratio";
import type { ServiceDeclaration } from "../../../model/service";
import { metricsAbsent, systemDown } from "../../../patterns/alerts/absence";
import { metricsToken } from "../../../patterns/targets";
import { depotTeam } from "./teams";

/** Labels of the lines that the collection job writes. */
const COUNTING = {
  system: "depot",
  namespace: "yard",
  app: "count-shelves",
  container: "collect",
  pod: "count-shelves-1",
};

/** At any hour, though its priority waits. */
export const BY_NIGHT: NotificationPath = {
  name: "by-night",
  ...PRIORITY_MATRIX.P1,
};

/**
 * What only some systems have: a namespace of another name, addresses that differ between
 * environments, a host outside the cluster in staging, and a job that pushes its metrics.
 */
export const depot: ServiceDeclaration = {
  key: "depot",
  displayName: "Depot",
  about: "The depot keeps what the market sells.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: depotTeam,
  priorities: {
    P0: { ...PRIORITY_MATRIX.P0, response: minutes(5) },
    P1: { ...PRIORITY_MATRIX.P1, response: minutes(30) },
  },
  namespace: "yard",
  publicHealth: { kind: "url", url: "https://depot.example.com/health" },
  metrics: {
    depot_filled_ratio: gauge({
      help: "Share of the shelves that is filled",
      typical: between(0.7, 0.85, 0.95),
    }),
    depot_last_count_success_timestamp_seconds: gauge({
      help: "When the shelves were counted last",
      source: "push",
      typical: lastRun(minutes(5)),
    }),
  },
  targets: [
    {
      name: "depot",
      app: "depot-exporter",
      port: "metrics",
      containerPort: 9108,
      interval: seconds(60),
      expectedTargets: 1,
      sampleLimit: 20_000,
      authentication: metricsToken("depot"),
    },
  ],
  probes: [
    { url: { environmentUrl: "health" } },
    { probe: "page", url: { environmentUrl: "page" } },
  ],
  collectionJobs: [
    {
      name: "count-shelves",
      schedule: "*/5 * * * *",
      deadline: seconds(240),
      command: ["scripts/count.sh"],
    },
  ],
  traces: { kind: "none", reason: "nothing of it sends any" },
  alerts: [
    {
      name: "DepotFull",
      expr: "max(depot_filled_ratio) > {filledRatio}",
      thresholds: { filledRatio: percent(95) },
      for: minutes(10),
      priority: "P2",
      path: BY_NIGHT,
      summary: "The depot is {{ $value | humanizePercentage }} full",
      runbook: "depot/full",
      proof: {
        fires: [
          {
            series: { depot_filled_ratio: "0.96x30" },
            at: minutes(10),
            expect: [{ summary: "The depot is 96% full" }],
          },
        ],
        quiet: [{ series: { depot_filled_ratio: "0.95x30" }, at: minutes(20) }],
      },
    },
    systemDown({
      name: "DepotDown",
      key: "depot",
      for: minutes(2),
      priority: "P0",
      summary: "The depot is down",
      runbook: "depot/down",
    }),
    systemDown({
      name: "DepotPageDown",
      key: "depot",
      probe: "page",
      besides: "health",
      for: minutes(5),
      priority: "P1",
      summary: "The depot's page is down",
      runbook: "depot/page-down",
    }),
    metricsAbsent({
      name: "DepotMetricsAbsent",
      key: "depot",
      apps: ["depot-exporter"],
      metric: "depot_filled_ratio",
      for: minutes(10),
      priority: "P1",
      summary: "No metrics from the depot",
      runbook: "depot/metrics-absent",
    }),
  ],
  logAlerts: [
    {
      name: "DepotCountTraceback",
      expr: 'sum(count_over_time({system="depot", app="count-shelves"} |= "Traceback" [10m])) > 0',
      for: minutes(0),
      priority: "P2",
      summary: "Counting the shelves ends with an error",
      runbook: "depot/count",
      proof: {
        fires: [
          {
            name: "a traceback",
            streams: [
              {
                labels: COUNTING,
                lines: [
                  {
                    line: "Traceback (most recent call last):",
                    to: seconds(10),
                    every: seconds(10),
                  },
                ],
              },
            ],
            at: seconds(10),
            until: seconds(610),
          },
        ],
        quiet: [
          {
            name: "a run that ends well",
            streams: [
              {
                labels: COUNTING,
                lines: [
                  { line: "counted", to: minutes(10), every: minutes(1) },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  noData: {
    kind: "alert",
    alert: "DepotMetricsAbsent",
    metrics: ["depot_filled_ratio"],
  },
  dashboards: [
    {
      uid: "depot",
      title: "Depot",
      description: "How full the depot is",
      refresh: minutes(1),
      access: "engineering",
      panels: [
        {
          id: "filled",
          title: "Filled",
          visualisation: { kind: "timeseries" },
          unit: "percentunit",
          thresholds: {
            kind: "steps",
            base: "green",
            steps: [
              { colour: "red", alert: "DepotFull", threshold: "filledRatio" },
            ],
          },
          queries: [{ expr: "max(depot_filled_ratio)" }],
          description: "Share of the shelves that is filled",
        },
      ],
    },
  ],
};
